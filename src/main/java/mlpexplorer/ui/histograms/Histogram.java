package mlpexplorer.ui.histograms;

import java.util.Arrays;

/// Counts of values in equal bins from `low` to `high`; values beyond either end count in the
/// outermost bin.
///
/// @param low start of the first bin
/// @param high end of the last bin, above `low`
/// @param counts counts per bin
/// @param mean mean of all finite values, NaN if there are none
/// @param deviation their standard deviation (divided by n)
record Histogram(double low, double high, int[] counts, double mean, double deviation) {
    static final int BINS = 40;

    /// Counts the finite values among the first `size`, over their own range.
    static Histogram of(double[] values, int size) {
        double[] finite = Arrays.stream(values, 0, size).filter(Double::isFinite).toArray();
        double least = Arrays.stream(finite).min().orElse(0);
        double most = Arrays.stream(finite).max().orElse(1);
        double room = most > least ? 0 : Math.max(Math.abs(least) * 0.1, 0.1);
        return of(finite, least - room, most + room);
    }

    /// Counts finite values over a given range.
    static Histogram of(double[] finite, double low, double high) {
        int[] counts = new int[BINS];
        double mean = Arrays.stream(finite).average().orElse(Double.NaN);
        double squares = 0;
        for (double value : finite) {
            counts[
                    (int)
                            Math.clamp(
                                    Math.floor((value - low) / (high - low) * BINS),
                                    0,
                                    BINS - 1)]++;
            squares += (value - mean) * (value - mean);
        }
        return new Histogram(low, high, counts, mean, Math.sqrt(squares / finite.length));
    }

    int highest() {
        return Arrays.stream(counts).max().orElse(0);
    }

    int total() {
        return Arrays.stream(counts).sum();
    }
}
