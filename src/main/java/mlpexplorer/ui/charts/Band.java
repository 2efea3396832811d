package mlpexplorer.ui.charts;

import java.util.List;
import java.util.stream.IntStream;

/// A mean curve with a band of ± one standard deviation over runs that differ only in their seeds.
///
/// @param mean mean of the runs
/// @param low mean − deviation, with the same x and gaps as the mean
/// @param high mean + deviation, likewise
public record Band(Curve mean, Curve low, Curve high) {

    /// Mean ± sample standard deviation (divided by n − 1; 0 for a single run) at each x of the run
    /// with the most samples. Runs with other x are interpolated; a run counts only up to its end,
    /// and samples that are not finite do not count. Takes time proportional to the samples of all
    /// runs.
    public static Band of(List<? extends Curve> runs) {
        Curve longest =
                runs.stream()
                        .map(Curve.class::cast)
                        .reduce(Curve.EMPTY, (a, b) -> b.size() > a.size() ? b : a);
        int size = longest.size();
        double[] x = IntStream.range(0, size).mapToDouble(longest::x).toArray();
        double[] mean = new double[size];
        double[] low = new double[size];
        double[] high = new double[size];
        int[] after = new int[runs.size()];
        for (int i = 0; i < size; i++) {
            int count = 0;
            double center = 0;
            double squares = 0;
            for (int run = 0; run < after.length; run++) {
                after[run] = firstFrom(runs.get(run), x[i], after[run]);
                double y = at(runs.get(run), x[i], after[run]);
                if (Double.isFinite(
                        y)) { // Welford's algorithm: no cancellation if the runs nearly agree
                    count++;
                    double off = y - center;
                    center += off / count;
                    squares += off * (y - center);
                }
            }
            double deviation = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
            mean[i] = count > 0 ? center : Double.NaN;
            low[i] = mean[i] - deviation;
            high[i] = mean[i] + deviation;
        }
        return new Band(Curve.of(x, mean), Curve.of(x, low), Curve.of(x, high));
    }

    private static int firstFrom(Curve curve, double x, int from) {
        int index = from;
        while (index < curve.size() && curve.x(index) < x) {
            index++;
        }
        return index;
    }

    /// The value at `x`, given the first sample at or after it.
    private static double at(Curve curve, double x, int after) {
        if (after == curve.size()) {
            return Double.NaN;
        }
        double right = curve.x(after);
        if (right == x) {
            return curve.y(after);
        }
        if (after == 0) {
            return Double.NaN;
        }
        double share = (x - curve.x(after - 1)) / (right - curve.x(after - 1));
        return curve.y(after - 1) * (1 - share) + curve.y(after) * share;
    }
}
