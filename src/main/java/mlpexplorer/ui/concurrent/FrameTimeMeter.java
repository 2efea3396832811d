package mlpexplorer.ui.concurrent;

import java.util.Arrays;

/// Records how long the last 4,096 pulses kept the FX thread busy. Recording allocates nothing. Not
/// thread-safe.
final class FrameTimeMeter {

    static final int CAPACITY = 4_096;

    private final long[] busyNanos = new long[CAPACITY];
    private long recorded;

    /// Records one pulse by the clock readings around its work, in nanoseconds.
    void record(long start, long end) {
        busyNanos[(int) (recorded % CAPACITY)] = end - start;
        recorded++;
    }

    /// The `quantile` (0 to 1, nearest rank) of the busy times in milliseconds; 0 before the first
    /// pulse.
    double busyMillis(double quantile) {
        if (!(quantile >= 0 && quantile <= 1)) {
            throw new IllegalArgumentException("Not a quantile: " + quantile);
        }
        int count = (int) Math.min(recorded, CAPACITY);
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(busyNanos, count);
        Arrays.sort(sorted);
        int rank = Math.max(1, (int) Math.ceil(quantile * count));
        return sorted[rank - 1] / 1e6;
    }

    void reset() {
        recorded = 0;
    }
}
