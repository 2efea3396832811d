package mlpexplorer.ui.concurrent;

import javafx.animation.AnimationTimer;

/// Runs an action once after a number of pulses, when pending changes have been drawn. Pulses take
/// longer on a busy machine, so counting them is safer than waiting a fixed time. FX thread.
public final class AfterFrames extends AnimationTimer {
    private final Runnable then;
    private int left;

    private AfterFrames(int pulses, Runnable then) {
        this.left = pulses;
        this.then = then;
    }

    public static void run(int pulses, Runnable then) {
        new AfterFrames(pulses, then).start();
    }

    @Override
    public void handle(long now) {
        left--;
        if (left <= 0) {
            stop();
            then.run();
        }
    }
}
