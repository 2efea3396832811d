package mlpexplorer.ui.fx;

import javafx.animation.AnimationTimer;

/// The application's one [AnimationTimer]: calls back once a pulse and measures how long that kept the FX thread busy.
/// Everything that moves on screen pulls its news from this callback; nothing is pushed at it.
public final class FramePump implements AutoCloseable {

    private final PulseMeter meter = new PulseMeter();
    private final AnimationTimer timer;
    private boolean closed;

    /// A pump at rest. `onPulse` runs on the FX thread, once a pulse, between [#start] and [#stop].
    public FramePump(Runnable onPulse) {
        timer = new AnimationTimer() {
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

    /// Starts calling back from the next pulse on; does nothing while running.
    ///
    /// @throws IllegalStateException after [#close]
    public void start() {
        if (closed) {
            throw new IllegalStateException("The frame pump is closed");
        }
        timer.start();
    }

    /// Stops calling back; the measurements stay.
    public void stop() {
        timer.stop();
    }

    /// The `quantile` (0 to 1) of the time in milliseconds that the callback took, over the last 4,096 pulses.
    public double busyMillis(double quantile) {
        return meter.busyMillis(quantile);
    }

    /// Forgets all measurements, for instance at the end of a warm-up.
    public void resetMeasurements() {
        meter.reset();
    }

    @Override
    public void close() {
        closed = true;
        stop();
    }
}
