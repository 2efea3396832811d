package mlpexplorer.ui.labs;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.lab.Entrant;
import mlpexplorer.experiment.lab.Standing;

/// What a [ContestLab] lets run abreast, and what it says of the outcome.
interface LineUp {

    /// The lab's name; its words stand under `labs.NAME`.
    String name();

    /// The preset that shows its point.
    String preset();

    /// Who runs, given the experiment that they vary.
    List<Entrant> entrants(RunStart base);

    /// What the table tells of each.
    List<LabTable.Column<Standing>> columns();

    /// Controls of its own.
    default List<Node> settings(LabPage page) {
        return List.of();
    }

    /// A sentence or two on how it went. Called in the background, so it may measure.
    default String conclusion(List<Standing> standings, BooleanSupplier stop) {
        return "";
    }
}
