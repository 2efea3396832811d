package mlpexplorer.ui.charts;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Finds the sample of a curve nearest to an x.
final class Nearest {
    private static final double TOLERANCE = 1e-9;

    private Nearest() {}

    /// The index of the nearest sample; empty for an empty curve.
    static OptionalInt index(Curve curve, double x) {
        int low = 0;
        int high = curve.size() - 1;
        if (high < 0) {
            return OptionalInt.empty();
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
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
            int middle = (low + high) >>> 1;
            if (curve.x(middle) < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The x of the nearest visible sample among all curves.
    static OptionalDouble x(List<CurveSeries> series, double x, Viewport view) {
        OptionalDouble best = OptionalDouble.empty();
        for (CurveSeries s : series) {
            int after = firstFrom(s.curve(), x);
            for (int i = Math.max(0, after - 1); i <= Math.min(after, s.curve().size() - 1); i++) {
                double candidate = s.curve().x(i);
                if (best.isEmpty()
                        || distance(candidate, x, view) < distance(best.getAsDouble(), x, view)) {
                    best = OptionalDouble.of(candidate);
                }
            }
        }
        return best;
    }

    private static double distance(double one, double other, Viewport view) {
        return Math.abs(
                view.xScale().fraction(one, view.x()) - view.xScale().fraction(other, view.x()));
    }

    /// The y of the sample nearest to `x`; NaN beyond the end of the curve.
    static double y(Curve curve, double x) {
        OptionalInt index = index(curve, x);
        double slack = TOLERANCE * Math.max(1, Math.abs(x));
        boolean reaches =
                index.isPresent()
                        && x >= curve.x(0) - slack
                        && x <= curve.x(curve.size() - 1) + slack;
        return reaches ? curve.y(index.getAsInt()) : Double.NaN;
    }
}
