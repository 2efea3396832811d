package mlpexplorer.ui.sweep;

import mlpexplorer.experiment.sweep.Axis;
import mlpexplorer.experiment.sweep.Sweep;
import mlpexplorer.experiment.sweep.SweepPictures;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The layout of the cells of a sweep: the first axis runs across, the second one down, combined
/// with any further axes, of which the last varies fastest.
record GridLayout(Sweep sweep) {
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
        return sweep.cells() <= SweepPictures.MAX_CELLS;
    }

    /// "8 units, λ₂ 0.001"; empty without axes.
    String description(int cell) {
        StringBuilder description = new StringBuilder();
        List<String> values = sweep.values(cell);
        for (int i = 0; i < values.size(); i++) {
            description
                    .append(i == 0 ? "" : ", ")
                    .append(SweepParameter.description(sweep.axes().get(i).path(), values.get(i)));
        }
        return description.toString();
    }

    /// "Hidden units × L2 penalty λ₂"; empty without axes.
    String title() {
        return title(sweep.axes().stream());
    }

    /// The name of the axis across (0) or down (1); empty if nothing varies.
    String axisTitle(int direction) {
        return title(
                sweep.axes().stream().skip(direction).limit(direction == 0 ? 1 : Long.MAX_VALUE));
    }

    /// The values of each column (0) or row (1); one empty text if nothing varies.
    List<String> axisValues(int direction) {
        if (direction == 0) {
            return sweep.axes().isEmpty() ? List.of("") : sweep.axes().getFirst().values();
        }
        return IntStream.range(0, rows())
                .mapToObj(
                        row -> sweep.values(row).stream().skip(1).collect(Collectors.joining(", ")))
                .toList();
    }

    private static String title(Stream<Axis> axes) {
        return axes.map(Axis::path).map(SweepParameter::title).collect(Collectors.joining(" × "));
    }
}
