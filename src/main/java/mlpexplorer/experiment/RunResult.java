package mlpexplorer.experiment;

import mlpexplorer.data.Split;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.MetricLog;

/// What a run leaves behind.
///
/// @param log        a row an epoch, the start included
/// @param initial    weights before the first update
/// @param parameters weights at the end: with early stopping the best ones, otherwise the last ones, the last good ones after
///                   divergence
public record RunResult(RunEnd end, MetricLog.View log, Split split, Parameters initial, Parameters parameters) {

    /// The same without what was measured on the test part.
    public RunResult withoutTest() {
        return new RunResult(end.withoutTest(), log.withoutTest(), split, initial, parameters);
    }
}
