package mlpexplorer.training;

import java.util.function.LongSupplier;

/// Measures the training time of a run, and how long the thread has been busy without publishing.
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

    /// Resets the training time.
    void reset() {
        trainedNanos = 0;
    }

    /// Called when an update starts after a pause.
    void start() {
        tick = clock.getAsLong();
    }

    /// Called when potentially long work starts.
    void startWork() {
        busySince = clock.getAsLong();
    }

    void epochBegins() {
        start();
        busySince = tick;
    }

    /// @param isNew whether the time since the last update counts as training time, not as replay
    void updateEnded(boolean isNew) {
        long begin = tick;
        tick = clock.getAsLong();
        if (isNew) {
            trainedNanos += tick - begin;
        }
    }

    /// Whether the work had taken long when the last update ended.
    boolean wasSlow() {
        return tick - busySince > SLOW_NANOS;
    }

    /// Whether the work has taken long by now.
    boolean isSlow() {
        return clock.getAsLong() - busySince > SLOW_NANOS;
    }

    double trainedSeconds() {
        return trainedNanos * 1e-9;
    }

    /// Resets to an earlier training time.
    void backTo(double seconds) {
        trainedNanos = (long) (1e9 * seconds);
    }
}
