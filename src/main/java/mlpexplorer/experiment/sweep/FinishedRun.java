package mlpexplorer.experiment.sweep;

import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.MetricLog;

/// What is known of a run that finished or diverged, whether it was trained just now or long ago.
///
/// @param log        a row an epoch, the start included
/// @param parameters weights at the end; after divergence the last good ones
public record FinishedRun(RunEnd end, MetricLog.View log, Parameters parameters) {

    public static FinishedRun of(RunResult result) {
        return new FinishedRun(result.end(), result.log().trimmed(), result.parameters());
    }
}
