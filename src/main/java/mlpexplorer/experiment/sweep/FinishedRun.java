package mlpexplorer.experiment.sweep;

import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.UpdateLog;

/// A run that finished or diverged, trained now or loaded from the store.
///
/// @param log metrics of all epochs, including the start
/// @param losses training losses inside epochs
/// @param parameters final weights; the last good ones after divergence
public record FinishedRun(
        RunEnd end, MetricLog.View log, UpdateLog.View losses, Parameters parameters) {

    public static FinishedRun of(RunResult result) {
        return new FinishedRun(
                result.end(),
                result.log().trimmed(),
                result.losses().trimmed(),
                result.parameters());
    }
}
