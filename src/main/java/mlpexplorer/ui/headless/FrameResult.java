package mlpexplorer.ui.headless;

import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.training.Frame;

/// What a shown run leaves behind, as if it had ended here.
final class FrameResult {
    private FrameResult() {}

    /// @param start where the run began
    static RunResult of(RunStart start, Frame frame) {
        RunEnd end = RunEnd.of(Outcome.of(frame.phase()).orElseGet(Outcome.Stopped::new), frame);
        return new RunResult(end, frame.log(), frame.split(), start.initial(frame.split().shape()), frame.parameters());
    }
}
