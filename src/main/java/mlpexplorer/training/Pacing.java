package mlpexplorer.training;

import java.util.function.LongSupplier;

/// Spaces epochs to a target pace, and measures the actual pace over windows of a third of a
/// second, so that the display is readable.
final class Pacing {
    private static final double WINDOW_SECONDS = 1.0 / 3;

    /// Maximum delay that is caught up.
    private static final long SLACK_NANOS = 80_000_000;

    private final LongSupplier clock;
    private double wanted = Double.POSITIVE_INFINITY;
    private double measured;
    private long nextDue;
    private long windowBegan;
    private long epochs;

    /// @param clock in nanoseconds
    Pacing(LongSupplier clock) {
        this.clock = clock;
        begin();
    }

    /// Sets the target epochs per second.
    void change(double epochsPerSecond) {
        wanted = epochsPerSecond;
        begin();
    }

    /// Lets the next epoch start immediately and restarts the measurement.
    void begin() {
        nextDue = clock.getAsLong();
        windowBegan = nextDue;
        epochs = 0;
        measured = 0;
    }

    void epochBegins() {
        nextDue = Math.max(nextDue, clock.getAsLong() - SLACK_NANOS) + (long) (1e9 / wanted);
    }

    void epochEnded() {
        epochs++;
    }

    /// The wait before the next epoch; not positive if it may start.
    long nanosToNextEpoch() {
        return Double.isInfinite(wanted) ? 0 : nextDue - clock.getAsLong();
    }

    /// The last measured pace; 0 before the first window ends.
    double epochsPerSecond() {
        double seconds = (clock.getAsLong() - windowBegan) * 1e-9;
        if (seconds >= WINDOW_SECONDS) {
            measured = epochs / seconds;
            windowBegan = clock.getAsLong();
            epochs = 0;
        }
        return measured;
    }
}
