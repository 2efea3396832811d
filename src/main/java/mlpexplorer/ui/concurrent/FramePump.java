package mlpexplorer.ui.concurrent;

import javafx.animation.AnimationTimer;

/// Calls back once per pulse. Everything that changes on screen is updated from this callback.
public final class FramePump implements AutoCloseable {

    private final AnimationTimer timer;
    private boolean closed;

    /// A stopped pump. `onPulse` runs on the FX thread, once per pulse, between [#start] and
    /// [#stop].
    public FramePump(Runnable onPulse) {
        timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        onPulse.run();
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

    public void stop() {
        timer.stop();
    }

    @Override
    public void close() {
        closed = true;
        stop();
    }
}
