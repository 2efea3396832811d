package mlpexplorer.ui.labs;

import javafx.scene.Node;
import mlpexplorer.data.io.WholeFile;

/// Where a lab's results go to; the window asks for the file and writes it.
public interface LabFiles {

    /// Saves what `node` shows as a PNG.
    void savePicture(String name, Node node);

    /// Saves a table as CSV.
    void saveTable(String name, WholeFile.Content csv);

    /// Saves plain text.
    void saveText(String name, String text);
}
