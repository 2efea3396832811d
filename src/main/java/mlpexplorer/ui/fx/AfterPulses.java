package mlpexplorer.ui.fx;

import javafx.animation.AnimationTimer;

/// Runs something once after a number of pulses, when what was begun now has had the time to be drawn. A machine under load
/// has longer pulses, so counting them is safer than counting milliseconds. FX thread.
public final class AfterPulses extends AnimationTimer {
    private final Runnable then;
    private int left;

    private AfterPulses(int pulses, Runnable then) {
        this.left = pulses;
        this.then = then;
    }

    public static void run(int pulses, Runnable then) {
        new AfterPulses(pulses, then).start();
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
