package mlpexplorer.ui.labs;

import javafx.scene.Node;

import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.export.ExportablePicture;
import mlpexplorer.ui.export.Exports;
import mlpexplorer.ui.workbench.Workbench;

import java.util.Optional;

/// The environment of the labs.
///
/// @param jobs the labs' own background threads
/// @param exports saves results
record LabContext(Workbench workbench, Jobs jobs, Exports exports) {

    void savePicture(String name, Node node) {
        exports.pictures().accept(new ExportablePicture(name, node, _ -> {}));
    }

    void saveTable(String name, AtomicFile.Content csv) {
        exports.files().save(name + ".csv", csv);
    }

    void saveText(String name, String text) {
        exports.files().save(name + ".txt", AtomicFile.Content.of(text));
    }

    /// The start of the window's experiment, with loaded weights if any.
    RunStart experiment() {
        return workbench.start();
    }

    /// The displayed frame; empty until the first frame of the newest run arrives.
    Optional<Frame> frame() {
        return workbench.frameProperty().get();
    }
}
