package mlpexplorer.experiment;

import mlpexplorer.training.Divergence;
import mlpexplorer.training.Phase;
import mlpexplorer.training.StopRule.StopReason;

import java.util.Locale;
import java.util.Optional;

/// The outcome of a run.
public sealed interface Outcome {

    /// Ended by its stop rule.
    record Finished(StopReason reason) implements Outcome {}

    /// Ended by divergence; the last good epoch is kept.
    record Diverged(Divergence divergence) implements Outcome {}

    /// Stopped by the user.
    record Stopped() implements Outcome {}

    /// The outcome of a phase, if the run has ended.
    static Optional<Outcome> of(Phase phase) {
        return switch (phase) {
            case Phase.Finished(StopReason reason) -> Optional.of(new Finished(reason));
            case Phase.Diverged(Divergence divergence) -> Optional.of(new Diverged(divergence));
            case Phase.Ready(), Phase.Running(), Phase.Paused(), Phase.Failed(_) ->
                    Optional.empty();
        };
    }

    /// Why, for programs: `epochs_done`, `loss_reached`, `loss_settled`, `patience_exhausted` or
    /// `time_up` of a finished run, the place of a divergence; empty if it was stopped.
    default String reasonName() {
        return switch (this) {
            case Finished(StopReason reason) -> reason.name().toLowerCase(Locale.ROOT);
            case Diverged(Divergence where) ->
                    "epoch "
                            + where.epoch()
                            + ", layer "
                            + where.layer()
                            + ", loss "
                            + where.loss();
            case Stopped _ -> "";
        };
    }

    /// `finished`, `diverged` or `stopped`.
    default String name() {
        return switch (this) {
            case Finished _ -> "finished";
            case Diverged _ -> "diverged";
            case Stopped _ -> "stopped";
        };
    }
}
