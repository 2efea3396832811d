package mlpexplorer.ui.charts;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Finds the sample of a curve that lies nearest to an x.
final class Nearest {
    private static final double TOLERANCE = 1e-9;

    private Nearest() {}

    /// The index of the nearest sample; none in an empty curve.
    static OptionalInt index(Curve curve, double x) {
        int low = 0;
        int high = curve.size() - 1;
        if (high < 0) {
            return OptionalInt.empty();
        }
        while (high - low > 1) {
            int middle = low + high >>> 1;
            if (curve.x(middle) <= x) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalInt.of(x - curve.x(low) <= curve.x(high) - x ? low : high);
    }

    /// The first sample whose x is not below `x`, or the size of the curve.
    static int firstFrom(Curve curve, double x) {
        int low = 0;
        int high = curve.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (curve.x(middle) < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The x of the sample that is nearest among those of all curves.
    static OptionalDouble x(List<CurveSeries> series, double x) {
        OptionalDouble best = OptionalDouble.empty();
        for (CurveSeries s : series) {
            OptionalInt index = index(s.curve(), x);
            if (index.isPresent()) {
                double candidate = s.curve().x(index.getAsInt());
                if (best.isEmpty() || Math.abs(candidate - x) < Math.abs(best.getAsDouble() - x)) {
                    best = OptionalDouble.of(candidate);
                }
            }
        }
        return best;
    }

    /// The y of the sample nearest to `x`; NaN where the curve does not reach so far.
    static double y(Curve curve, double x) {
        OptionalInt index = index(curve, x);
        double slack = TOLERANCE * Math.max(1, Math.abs(x));
        boolean reaches = index.isPresent()
                && x >= curve.x(0) - slack
                && x <= curve.x(curve.size() - 1) + slack;
        return reaches ? curve.y(index.getAsInt()) : Double.NaN;
    }
}
