package mlpexplorer.experiment;

import java.util.Locale;
import java.util.Optional;
import mlpexplorer.training.Divergence;
import mlpexplorer.training.Phase;
import mlpexplorer.training.StopReason;

/// How a run ended.
public sealed interface Outcome {

    /// By its stop rule.
    record Finished(StopReason reason) implements Outcome {}

    /// By divergence; what is kept is the last good epoch.
    record Diverged(Divergence divergence) implements Outcome {}

    /// Because somebody asked for it.
    record Stopped() implements Outcome {}

    /// The outcome that a phase tells of, if the run has ended.
    static Optional<Outcome> of(Phase phase) {
        return switch (phase) {
            case Phase.Finished(StopReason reason) -> Optional.of(new Finished(reason));
            case Phase.Diverged(Divergence divergence) -> Optional.of(new Diverged(divergence));
            case Phase.Ready(), Phase.Running(), Phase.Paused(), Phase.Failed(_) -> Optional.empty();
        };
    }

    /// Why, for programs: `epochs_done`, `loss_reached`, `patience_exhausted` or `time_up` of a finished run, the place of a divergence;
    /// empty if it was stopped.
    default String reasonName() {
        return switch (this) {
            case Finished(StopReason reason) -> reason.name().toLowerCase(Locale.ROOT);
            case Diverged(Divergence where) -> "epoch " + where.epoch() + ", layer " + where.layer() + ", loss " + where.loss();
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
