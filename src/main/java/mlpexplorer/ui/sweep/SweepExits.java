package mlpexplorer.ui.sweep;

import javafx.scene.Node;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.sweep.SweepTable;

/// Where things go that leave the page.
public interface SweepExits {

    /// Shows that run in the explorer.
    void open(RunStart start);

    /// Asks for a file and saves `picture` as a PNG.
    ///
    /// @param name of the file, without its ending
    /// @param base what the sweep begins with
    void savePicture(String name, Node picture, RunSpec base);

    /// Asks for a file and saves the runs of the table as CSV.
    void saveTable(SweepTable table);
}
