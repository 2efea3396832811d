package mlpexplorer.experiment.sweep;

import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.MetricLog;

/// What is known of a run that is over, whether it was trained just now or long ago.
///
/// @param outcome    finished or diverged
/// @param epochs     whole epochs trained
/// @param updates    parameter updates done
/// @param seconds    spent training and measuring
/// @param metrics    of `parameters`
/// @param log        a row an epoch, the start included
/// @param parameters weights at the end; after divergence the last good ones
public record FinishedRun(
        Outcome outcome,
        long epochs,
        long updates,
        double seconds,
        EpochMetrics metrics,
        MetricLog.View log,
        Parameters parameters) {

    public static FinishedRun of(RunResult result) {
        return new FinishedRun(
                result.outcome(), result.epochs(), result.updates(), result.seconds(), result.metrics(), result.log().trimmed(),
                result.parameters());
    }
}
