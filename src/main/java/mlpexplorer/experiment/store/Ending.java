package mlpexplorer.experiment.store;

import java.util.Optional;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.EpochMetrics;

/// How a run ended.
///
/// @param epochs  whole epochs trained; more than `metrics` tells where early stopping restored the best weights
/// @param updates in all, the lost ones after `metrics` included
/// @param seconds spent training
/// @param metrics of the weights kept
/// @param weights never written to again
public record Ending(Outcome outcome, long epochs, long updates, double seconds, EpochMetrics metrics, Optional<Parameters> weights) {

    public Ending(RunResult result) {
        this(result.outcome(), result.epochs(), result.updates(), result.seconds(), result.metrics(), Optional.of(result.parameters()));
    }

    RunState state() {
        return switch (outcome) {
            case Outcome.Finished _ -> RunState.FINISHED;
            case Outcome.Diverged _ -> RunState.DIVERGED;
            case Outcome.Stopped _ -> RunState.STOPPED;
        };
    }
}
