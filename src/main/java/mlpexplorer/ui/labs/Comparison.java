package mlpexplorer.ui.labs;

import javafx.scene.Node;

import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.labs.OptimizerComparison;

import java.util.List;
import java.util.function.BooleanSupplier;

/// The runs that a [ComparisonLab] compares, and its conclusion.
interface Comparison {

    /// The name of the lab; its texts are `labs.NAME.…`.
    String name();

    /// The preset that demonstrates the lab.
    String preset();

    /// The runs to compare, variations of the given experiment.
    List<OptimizerComparison.RaceRun> raceRuns(RunStart base);

    /// The columns of the table.
    List<LabTable.Column<OptimizerComparison.RaceResult>> columns();

    /// Additional controls.
    default List<Node> settings(LabPage page) {
        return List.of();
    }

    /// A short conclusion. Called in the background, so it may measure.
    default String conclusion(List<OptimizerComparison.RaceResult> results, BooleanSupplier stop) {
        return "";
    }
}
