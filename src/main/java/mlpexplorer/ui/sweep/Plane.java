package mlpexplorer.ui.sweep;

import java.util.List;
import mlpexplorer.experiment.sweep.Axis;
import mlpexplorer.experiment.sweep.Sweep;

/// How the cells of a sweep lie on a page: the first axis runs across, the second one down.
record Plane(Sweep sweep) {
    /// More cells than this nobody can take in at once.
    static final int MOST_CELLS = 600;

    int columns() {
        return sweep.axes().isEmpty() ? 1 : sweep.axes().getFirst().values().size();
    }

    int rows() {
        return sweep.cells() / columns();
    }

    int cell(int column, int row) {
        return column * rows() + row;
    }

    int column(int cell) {
        return cell / rows();
    }

    int row(int cell) {
        return cell % rows();
    }

    boolean isDrawable() {
        return sweep.cells() <= MOST_CELLS;
    }

    /// "8 units, λ₂ 0.001"; empty without axes.
    String words(int cell) {
        StringBuilder words = new StringBuilder();
        List<String> values = sweep.values(cell);
        for (int i = 0; i < values.size(); i++) {
            words.append(i == 0 ? "" : ", ").append(Knob.words(sweep.axes().get(i).path(), values.get(i)));
        }
        return words.toString();
    }

    /// "Hidden units × L2 penalty λ₂"; empty without axes.
    String title() {
        return String.join(" × ", sweep.axes().stream().map(Axis::path).map(Knob::title).toList());
    }

    /// What axis number `index` is called; empty if there is none.
    String axisTitle(int index) {
        return index < sweep.axes().size() ? Knob.title(sweep.axes().get(index).path()) : "";
    }

    /// The values of axis number `index`; one empty text if there is none.
    List<String> axisValues(int index) {
        return index < sweep.axes().size() ? sweep.axes().get(index).values() : List.of("");
    }
}
