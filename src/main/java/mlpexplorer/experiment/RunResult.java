package mlpexplorer.experiment;

import mlpexplorer.data.Split;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.StopReason;

/// What a run leaves behind.
///
/// @param epochs     whole epochs trained; more than `metrics` tells where early stopping restored the best weights
/// @param updates    parameter updates done
/// @param seconds    spent training and measuring
/// @param metrics    of `parameters`; of the last whole epoch if the run was stopped in the middle of one
/// @param log        a row an epoch, the start included
/// @param initial    weights before the first update
/// @param parameters weights at the end: with early stopping the best ones, otherwise the last ones, the last good ones after
///                   divergence
public record RunResult(
        Outcome outcome,
        long epochs,
        long updates,
        double seconds,
        EpochMetrics metrics,
        MetricLog.View log,
        Split split,
        Parameters initial,
        Parameters parameters) {

    /// Why it ended, and which epoch the weights are from if that is not the last one: "all epochs done, weights of epoch 146
    /// restored".
    public String reason() {
        String why = switch (outcome) {
            case Outcome.Finished(StopReason reason) -> switch (reason) {
                case EPOCHS_DONE -> "all epochs done";
                case LOSS_REACHED -> "the training loss is low enough";
                case PATIENCE_EXHAUSTED -> "stopped early";
                case TIME_UP -> "time is up";
            };
            case Outcome.Diverged _ -> "diverged";
            case Outcome.Stopped _ -> "interrupted";
        };
        return metrics.epoch() < epochs ? why + ", weights of epoch " + metrics.epoch() + " restored" : why;
    }

    /// The same without what was measured on the test part.
    public RunResult withoutTest() {
        return new RunResult(
                outcome, epochs, updates, seconds, metrics.withoutTest(), log.withoutTest(), split, initial, parameters);
    }
}
