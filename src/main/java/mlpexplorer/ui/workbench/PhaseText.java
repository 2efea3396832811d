package mlpexplorer.ui.workbench;

import java.util.Optional;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;

/// The phase of a run, or why it ended and whether early stopping restored the best weights.
public final class PhaseText {
    private PhaseText() {}

    /// @param frame newest frame of the run, if any
    public static String of(Phase phase, Optional<Frame> frame) {
        boolean restored = frame.filter(shown -> shown.epoch() < shown.lastEpoch()).isPresent();
        return switch (phase) {
            case Phase.Ready() -> Texts.text("status.ready");
            case Phase.Running() -> Texts.text("status.running");
            case Phase.Paused() -> Texts.text("status.paused");
            case Phase.Finished(var reason) -> ended(Texts.name("status.finished", reason), restored);
            case Phase.Diverged(var where) -> ended(Texts.text("status.diverged", where.epoch(), where.layer()), restored);
            case Phase.Failed(_) -> Texts.text("status.failed");
        };
    }

    private static String ended(String why, boolean restored) {
        return restored ? Texts.text("status.restored", why) : why;
    }
}
