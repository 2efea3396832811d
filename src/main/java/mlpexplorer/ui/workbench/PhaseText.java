package mlpexplorer.ui.workbench;

import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Numbers;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;
import mlpexplorer.training.TrainingSession;
import mlpexplorer.ui.controls.Messages;

import java.util.Optional;

/// The phase of a run, with the updates into an epoch where it is paused, or why it ended and
/// whether early stopping restored the best weights.
public final class PhaseText {
    private PhaseText() {}

    /// @param frame newest frame of the run, if any
    public static String of(Phase phase, Optional<Frame> frame) {
        boolean restored = frame.filter(shown -> shown.epoch() < shown.lastEpoch()).isPresent();
        return switch (phase) {
            case Phase.Ready() -> Messages.text("status.ready");
            case Phase.Running() -> Messages.text("status.running");
            case Phase.Paused() ->
                    frame.filter(shown -> shown.updatesIntoEpoch() > 0)
                            .map(PhaseText::pausedInside)
                            .orElse(Messages.text("status.paused"));
            case Phase.Finished(var reason) ->
                    ended(Messages.name("status.finished", reason), restored);
            case Phase.Diverged(var where) ->
                    ended(Messages.text("status.diverged", where.epoch(), where.layer()), restored);
            case Phase.Failed(_) -> Messages.text("status.failed");
        };
    }

    /// Describes why a run could not start or continue. Details are logged.
    static String of(TrainingSession.Failure failure) {
        String reason =
                failure.cause() instanceof OutOfMemoryError
                        ? Messages.text("failure.memory")
                        : UserError.message(failure.cause());
        return Messages.text("failure.start", reason);
    }

    private static String pausedInside(Frame frame) {
        return Messages.text(
                "status.paused.inside", frame.updatesIntoEpoch(), Numbers.count(frame.epoch() + 1));
    }

    private static String ended(String why, boolean restored) {
        return restored ? Messages.text("status.restored", why) : why;
    }
}
