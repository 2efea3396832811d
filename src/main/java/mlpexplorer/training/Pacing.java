package mlpexplorer.training;

import java.util.function.LongSupplier;

/// Spaces epochs out to a wanted pace, and measures the real one over windows of a third of a second, so that the figure
/// can be read.
final class Pacing {
    private static final double WINDOW_SECONDS = 1.0 / 3;
    /// Epochs that came late are made up for by so much at most.
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

    /// Wants so many epochs a second from now on.
    void change(double epochsPerSecond) {
        wanted = epochsPerSecond;
        begin();
    }

    /// The next epoch may begin at once, and measuring begins anew.
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

    /// How long the next epoch has to wait; not positive if it may begin.
    long nanosToNextEpoch() {
        return Double.isInfinite(wanted) ? 0 : nextDue - clock.getAsLong();
    }

    /// The last measured figure; 0 before the first window is over.
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
