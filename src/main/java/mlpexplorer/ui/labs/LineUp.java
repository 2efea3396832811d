package mlpexplorer.ui.labs;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.lab.Contest;

/// The runs that a [ContestLab] compares, and its conclusion.
interface LineUp {

    /// The name of the lab; its texts are `labs.NAME.…`.
    String name();

    /// The preset that demonstrates the lab.
    String preset();

    /// The runs to compare, variations of the given experiment.
    List<Contest.Entrant> entrants(RunStart base);

    /// The columns of the table.
    List<LabTable.Column<Contest.Standing>> columns();

    /// Additional controls.
    default List<Node> settings(LabPage page) {
        return List.of();
    }

    /// A short conclusion. Called in the background, so it may measure.
    default String conclusion(List<Contest.Standing> standings, BooleanSupplier stop) {
        return "";
    }
}
