package mlpexplorer.ui.concurrent;

import javafx.animation.AnimationTimer;

/// The application's only [AnimationTimer]: calls back once per pulse and measures how long that
/// kept the FX thread busy. Everything that changes on screen is updated from this callback.
public final class FramePump implements AutoCloseable {

    private final FrameTimeMeter meter = new FrameTimeMeter();
    private final AnimationTimer timer;
    private boolean closed;

    /// A stopped pump. `onPulse` runs on the FX thread, once per pulse, between [#start] and
    /// [#stop].
    public FramePump(Runnable onPulse) {
        timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        long start = System.nanoTime();
                        try {
                            onPulse.run();
                        } finally {
                            meter.record(start, System.nanoTime());
                        }
                    }
                };
    }

    /// Starts with the next pulse; does nothing while running.
    ///
    /// @throws IllegalStateException after [#close]
    public void start() {
        if (closed) {
            throw new IllegalStateException("The frame pump is closed");
        }
        timer.start();
    }

    /// Stops; the measurements are kept.
    public void stop() {
        timer.stop();
    }

    /// The `quantile` (0 to 1) of the callback's duration in milliseconds over the last 4,096
    /// pulses.
    public double busyMillis(double quantile) {
        return meter.busyMillis(quantile);
    }

    /// Discards all measurements, for example after a warm-up.
    public void resetMeasurements() {
        meter.reset();
    }

    @Override
    public void close() {
        closed = true;
        stop();
    }
}
