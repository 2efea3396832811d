package mlpexplorer.experiment.sweep;

import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.UpdateLog;

import java.time.Instant;

/// A run that finished or diverged, trained now or loaded from the store.
///
/// @param started when its training started, on whatever machine
/// @param log metrics of all epochs, including the start
/// @param losses training losses inside epochs
/// @param parameters final weights; the last good ones after divergence
public record FinishedRun(
        Instant started,
        RunEnd end,
        MetricLog.View log,
        UpdateLog.View losses,
        Parameters parameters) {

    public static FinishedRun of(Instant started, RunResult result) {
        return new FinishedRun(
                started,
                result.end(),
                result.log().trimmed(),
                result.losses().trimmed(),
                result.parameters());
    }
}
