package mlpexplorer.ui.labs;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.lab.Entrant;
import mlpexplorer.experiment.lab.Standing;

/// The runs that a [ContestLab] compares, and its conclusion.
interface LineUp {

    /// The name of the lab; its texts are `labs.NAME.…`.
    String name();

    /// The preset that demonstrates the lab.
    String preset();

    /// The runs to compare, variations of the given experiment.
    List<Entrant> entrants(RunStart base);

    /// The columns of the table.
    List<LabTable.Column<Standing>> columns();

    /// Additional controls.
    default List<Node> settings(LabPage page) {
        return List.of();
    }

    /// A short conclusion. Called in the background, so it may measure.
    default String conclusion(List<Standing> standings, BooleanSupplier stop) {
        return "";
    }
}
