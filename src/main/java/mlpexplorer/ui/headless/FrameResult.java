package mlpexplorer.ui.headless;

import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.training.Frame;

/// The result of the displayed run as if it had ended here.
final class FrameResult {
    private FrameResult() {}

    /// @param start start of the run
    static RunResult of(RunStart start, Frame frame) {
        RunEnd end = RunEnd.of(Outcome.of(frame.phase()).orElseGet(Outcome.Stopped::new), frame);
        return new RunResult(
                end,
                frame.log(),
                frame.losses(),
                frame.split(),
                start.initial(frame.split().shape()),
                frame.parameters());
    }
}
