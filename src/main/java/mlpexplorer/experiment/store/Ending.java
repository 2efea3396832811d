package mlpexplorer.experiment.store;

import java.util.Locale;
import java.util.Optional;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.EpochMetrics;

/// How a run ended.
///
/// @param epochs  whole epochs trained, which after early stopping are more than `metrics` tells
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

    String reason() {
        return switch (outcome) {
            case Outcome.Finished finished -> finished.reason().name().toLowerCase(Locale.ROOT);
            case Outcome.Diverged diverged ->
                "epoch " + diverged.divergence().epoch() + ", layer " + diverged.divergence().layer() + ", loss "
                        + diverged.divergence().loss();
            case Outcome.Stopped _ -> "";
        };
    }
}
