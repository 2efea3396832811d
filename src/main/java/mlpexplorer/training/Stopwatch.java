package mlpexplorer.training;

import java.util.function.LongSupplier;

/// Measures how long a run was trained, and how long the thread has been busy without a moment to show something.
final class Stopwatch {
    private static final long SLOW_NANOS = 80_000_000;

    private final LongSupplier clock;
    private long busySince;
    private long tick; // when the last update ended
    private long trainedNanos;

    /// @param clock in nanoseconds
    Stopwatch(LongSupplier clock) {
        this.clock = clock;
    }

    /// Nothing was trained so far.
    void reset() {
        trainedNanos = 0;
    }

    /// An update begins after a rest.
    void start() {
        tick = clock.getAsLong();
    }

    /// Work begins that may take long.
    void startWork() {
        busySince = clock.getAsLong();
    }

    void epochBegins() {
        start();
        busySince = tick;
    }

    /// @param isNew whether the time since the last update is time of training, and not of training again
    void updateEnded(boolean isNew) {
        long begin = tick;
        tick = clock.getAsLong();
        if (isNew) {
            trainedNanos += tick - begin;
        }
    }

    /// Whether the work was long under way when the last update ended.
    boolean wasSlow() {
        return tick - busySince > SLOW_NANOS;
    }

    /// Whether the work is long under way by now.
    boolean isSlow() {
        return clock.getAsLong() - busySince > SLOW_NANOS;
    }

    double trainedSeconds() {
        return trainedNanos * 1e-9;
    }

    /// Goes back to the time that a run had been trained then.
    void backTo(double seconds) {
        trainedNanos = (long) (1e9 * seconds);
    }
}
