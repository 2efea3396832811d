package mlpexplorer.ui.labs;

import java.util.Optional;
import javafx.scene.Node;
import mlpexplorer.data.io.WholeFile;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.export.Exports;
import mlpexplorer.ui.export.Picture;
import mlpexplorer.ui.fx.Jobs;
import mlpexplorer.ui.workbench.Workbench;

/// The environment of the labs.
///
/// @param jobs    the labs' own background threads
/// @param exports saves results
record LabDesk(Workbench workbench, Jobs jobs, Exports exports) {

    void savePicture(String name, Node node) {
        exports.pictures().accept(new Picture(name, node, _ -> { }));
    }

    void saveTable(String name, WholeFile.Content csv) {
        exports.files().save(name + ".csv", csv);
    }

    void saveText(String name, String text) {
        exports.files().save(name + ".txt", WholeFile.Content.of(text));
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
