package mlpexplorer.experiment;

import mlpexplorer.training.Divergence;
import mlpexplorer.training.StopReason;

/// How a run ended.
public sealed interface Outcome {

    /// By its stop rule.
    record Finished(StopReason reason) implements Outcome {}

    /// By divergence; what is kept is the last good epoch.
    record Diverged(Divergence divergence) implements Outcome {}

    /// Because somebody asked for it.
    record Stopped() implements Outcome {}

    /// `finished`, `diverged` or `stopped`.
    default String name() {
        return switch (this) {
            case Finished _ -> "finished";
            case Diverged _ -> "diverged";
            case Stopped _ -> "stopped";
        };
    }
}
