package mlpexplorer.ui;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.sweep.SweepCsv;
import mlpexplorer.experiment.sweep.SweepTable;
import mlpexplorer.ui.labs.LabFiles;
import mlpexplorer.ui.sweep.SweepExits;
import mlpexplorer.ui.workbench.OtherStart;
import mlpexplorer.ui.workbench.Workbench;

/// Leads from the page of sweeps to the explorer and to files.
record SweepDoors(Workbench workbench, Pages pages, Consumer<Picture> pictures, LabFiles files) implements SweepExits {

    @Override
    public void open(RunStart start) {
        OtherStart.open(workbench, start);
        workbench.play();
        pages.show("explore");
    }

    @Override
    public void savePicture(String name, Node picture, RunSpec base) {
        pictures.accept(new Picture(name, picture, _ -> { }, Optional.of(base)));
    }

    @Override
    public void saveTable(SweepTable table) {
        files.saveTable("sweep", SweepCsv.of(table));
    }
}
