package mlpexplorer.ui.sweep;

import javafx.scene.Node;
import javafx.scene.layout.Region;

import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.experiment.sweep.SweepTable;
import mlpexplorer.experiment.sweep.SweepTable.SweepCell;
import mlpexplorer.ui.controls.Theme;

import java.util.List;
import java.util.Optional;

/// A view of the results. Updated only while visible.
interface ResultView {

    /// The name of the view in ids and message keys: `map`.
    String name();

    Region node();

    /// The node saved as a picture.
    default Node picture() {
        return node();
    }

    /// Whether it shows one selectable metric.
    default boolean compares() {
        return true;
    }

    void show(SweepViewState state);

    /// Call once per pulse while visible.
    default void pulse() {}

    /// The state displayed by the views of the page.
    ///
    /// @param cells cells of the table, in order
    /// @param selected selected cell
    /// @param testHidden whether test metrics are removed from `table`
    record SweepViewState(
            SweepTable table,
            List<SweepCell> cells,
            SweepMeasure measure,
            int selected,
            Theme theme,
            boolean testHidden) {

        static SweepViewState of(
                SweepTable table,
                SweepMeasure measure,
                int selected,
                Theme theme,
                boolean testHidden) {
            return new SweepViewState(
                    table,
                    table.cells(),
                    measure,
                    Math.clamp(selected, 0, table.sweep().cells() - 1),
                    theme,
                    testHidden);
        }

        GridLayout plane() {
            return new GridLayout(table.sweep());
        }

        SweepCell cell() {
            return cells.get(selected);
        }

        /// Whether this is the same sweep, so that the layout can be kept.
        boolean isOfSameSweep(Optional<SweepViewState> other) {
            return other.filter(before -> before.table.sweep() == table.sweep()).isPresent();
        }
    }
}
