package mlpexplorer.ui.sweep;

import java.util.List;
import java.util.Optional;
import mlpexplorer.experiment.sweep.SweepCell;
import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.experiment.sweep.SweepTable;
import mlpexplorer.ui.fx.Theme;

/// What the views of the page show.
///
/// @param cells    of the table, in their order
/// @param selected the cell that is looked at
/// @param testHidden whether `table` is without what was measured on the test part
record Showing(SweepTable table, List<SweepCell> cells, SweepMeasure measure, int selected, Theme theme, boolean testHidden) {

    static Showing of(SweepTable table, SweepMeasure measure, int selected, Theme theme, boolean testHidden) {
        return new Showing(table, table.cells(), measure, Math.clamp(selected, 0, table.sweep().cells() - 1), theme, testHidden);
    }

    Plane plane() {
        return new Plane(table.sweep());
    }

    SweepCell cell() {
        return cells.get(selected);
    }

    /// Whether this is of the same sweep, so that what is laid out can stay.
    boolean isOfSameSweep(Optional<Showing> other) {
        return other.filter(before -> before.table.sweep() == table.sweep()).isPresent();
    }
}
