package mlpexplorer.experiment;

import mlpexplorer.data.Split;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.MetricLog;

/// What a run leaves behind.
///
/// @param epochs     whole epochs trained (after early stopping more than `metrics` tells, which are those of the best)
/// @param updates    parameter updates done
/// @param seconds    spent training and measuring
/// @param metrics    of `parameters`; of the last whole epoch if the run was stopped in the middle of one
/// @param log        a row an epoch, the start included
/// @param initial    weights before the first update
/// @param parameters weights at the end; the best ones after early stopping, the last good ones after divergence
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

    /// The same without what was measured on the test part.
    public RunResult withoutTest() {
        return new RunResult(
                outcome, epochs, updates, seconds, metrics.withoutTest(), log.withoutTest(), split, initial, parameters);
    }
}
