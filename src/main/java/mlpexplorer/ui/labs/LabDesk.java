package mlpexplorer.ui.labs;

import java.util.Optional;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.fx.Jobs;
import mlpexplorer.ui.workbench.Workbench;

/// What every lab works with.
///
/// @param jobs  the labs' own background threads
/// @param files where results go to
record LabDesk(Workbench workbench, Jobs jobs, LabFiles files) {

    /// Where the window's experiment begins: from weights that were loaded, if any were.
    RunStart experiment() {
        return workbench.start();
    }

    /// What the window shows now; empty until the first frame of the newest run has come.
    Optional<Frame> frame() {
        return workbench.frameProperty().get();
    }
}
