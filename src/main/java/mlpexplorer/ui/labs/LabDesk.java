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

/// What every lab works with.
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

    /// Where the window's experiment begins: from weights that were loaded, if any were.
    RunStart experiment() {
        return workbench.start();
    }

    /// What the window shows now; empty until the first frame of the newest run has come.
    Optional<Frame> frame() {
        return workbench.frameProperty().get();
    }
}
