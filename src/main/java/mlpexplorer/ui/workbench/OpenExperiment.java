package mlpexplorer.ui.workbench;

import mlpexplorer.experiment.RunStart;

import java.util.Optional;

/// Opens another experiment in the workbench, with the weights given for it or random ones. Weights
/// of the previous experiment are discarded.
public final class OpenExperiment {
    private OpenExperiment() {}

    /// Opens `start` as one undo step. Returns an error message if it is invalid.
    public static Optional<String> open(Workbench workbench, RunStart start) {
        workbench.beginDrag();
        Optional<String> problem = workbench.change(_ -> start.spec());
        if (problem.isEmpty()) {
            problem = start.weights().flatMap(workbench::startFrom);
            if (start.weights().isEmpty()) {
                workbench.drawWeights();
            }
        }
        workbench.endDrag();
        return problem;
    }
}
