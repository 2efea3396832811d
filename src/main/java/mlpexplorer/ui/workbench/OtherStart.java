package mlpexplorer.ui.workbench;

import java.util.Optional;
import mlpexplorer.experiment.RunStart;

/// Another experiment in the place of the workbench's own, with the weights that were given for it,
/// or drawn ones if none were: weights given for the experiment before stay behind.
public final class OtherStart {
    private OtherStart() {}

    /// Puts `start` in place, as one step to undo. An impossible one comes back as a sentence.
    public static Optional<String> open(Workbench workbench, RunStart start) {
        workbench.hold();
        Optional<String> problem = workbench.change(_ -> start.spec());
        if (problem.isEmpty()) {
            problem = start.weights().flatMap(workbench::startFrom);
            if (start.weights().isEmpty()) {
                workbench.drawWeights();
            }
        }
        workbench.release();
        return problem;
    }
}
