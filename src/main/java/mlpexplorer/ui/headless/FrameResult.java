package mlpexplorer.ui.headless;

import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.Phase;

/// What a shown run leaves behind, as if it had ended here.
final class FrameResult {
    private FrameResult() {}

    /// @param start where the run began
    static RunResult of(RunStart start, Frame frame) {
        Outcome outcome = switch (frame.phase()) {
            case Phase.Finished(var reason) -> new Outcome.Finished(reason);
            case Phase.Diverged(var divergence) -> new Outcome.Diverged(divergence);
            case Phase.Ready(), Phase.Running(), Phase.Paused(), Phase.Failed(_) -> new Outcome.Stopped();
        };
        int last = frame.log().size() - 1;
        double seconds = last < 0 ? 0 : frame.log().value(MetricLog.Column.SECONDS, last);
        long updates = last < 0 ? 0 : (long) frame.log().value(MetricLog.Column.UPDATE, last);
        return new RunResult(
                outcome, frame.lastEpoch(), updates, seconds, frame.metrics(), frame.log(), frame.split(),
                start.initial(frame.split().shape()), frame.parameters());
    }
}
