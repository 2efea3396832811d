package mlpexplorer.experiment;

import mlpexplorer.data.Split;
import mlpexplorer.nn.Parameters;
import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.UpdateLog;

/// The result of a run.
///
/// @param log metrics of all epochs, including the start
/// @param losses training losses inside epochs
/// @param initial weights before the first update
/// @param parameters final weights: the best ones with early stopping, the last good ones after
///   divergence, otherwise the last ones
public record RunResult(
        RunEnd end,
        MetricLog.View log,
        UpdateLog.View losses,
        Split split,
        Parameters initial,
        Parameters parameters) {

    /// The result of the run if it ended at `frame`.
    ///
    /// @param start start of the run
    public static RunResult of(RunStart start, Frame frame) {
        RunEnd end = RunEnd.of(Outcome.of(frame.phase()).orElseGet(Outcome.Stopped::new), frame);
        return new RunResult(
                end,
                frame.log(),
                frame.losses(),
                frame.split(),
                start.initial(frame.split().shape()),
                frame.parameters());
    }

    /// The same without test metrics.
    public RunResult withoutTest() {
        return new RunResult(
                end.withoutTest(), log.withoutTest(), losses, split, initial, parameters);
    }
}
