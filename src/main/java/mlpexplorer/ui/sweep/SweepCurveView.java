package mlpexplorer.ui.sweep;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

import mlpexplorer.experiment.sweep.SweepCell;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The metric against the values of the first axis, one line for each value of the second.
final class SweepCurveView implements ResultView {
    private static final int MOST_LINES = ClassColors.DISTINCT;

    private final SpreadPlot plot = new SpreadPlot();
    private final FlowPane legend = new FlowPane();
    private final TitledSheet sheet = new TitledSheet("sweep-curve-sheet", plot, legend);

    SweepCurveView() {
        legend.getStyleClass().addAll("legend", "sweep-lines");
        plot.setId("sweep-curve-plot");
        VBox.setVgrow(plot, Priority.ALWAYS);
    }

    @Override
    public String name() {
        return "curve";
    }

    @Override
    public Region node() {
        return sheet;
    }

    @Override
    public void show(SweepViewState state) {
        GridLayout layout = state.plane();
        String title =
                Messages.text("sweep.map.title", MetricText.title(state.measure()), layout.title());
        sheet.title(title);
        ClassColors colors = new ClassColors(MOST_LINES, state.theme());
        int lines = Math.min(MOST_LINES, layout.rows());
        List<SpreadPlot.Series> series = new ArrayList<>();
        for (int row = 0; row < lines; row++) {
            series.add(series(state, row, colors));
        }
        plot.show(
                new SpreadPlot.Content(
                        state.measure(), layout.axisTitle(0), layout.axisValues(0), series));
        plot.setAccessibleText(title);
        legend.getChildren()
                .setAll(
                        IntStream.range(0, layout.axisTitle(1).isEmpty() ? 0 : lines)
                                .mapToObj(row -> entry(layout, row, colors))
                                .toList());
        if (series.stream().anyMatch(line -> line.diverged().contains(true))) {
            legend.getChildren().add(new Label(Messages.text("sweep.curve.diverged")));
        }
        if (layout.rows() > lines) {
            legend.getChildren()
                    .add(new Label(Messages.text("sweep.curve.more", layout.rows() - lines)));
        }
    }

    private static SpreadPlot.Series series(SweepViewState state, int row, ClassColors colors) {
        List<SweepCell> cells =
                IntStream.range(0, state.plane().columns())
                        .mapToObj(column -> state.cells().get(state.plane().cell(column, row)))
                        .toList();
        return new SpreadPlot.Series(
                color(colors, row),
                cells.stream().map(cell -> cell.spread(state.measure())).toList(),
                cells.stream()
                        .map(cell -> cell.diverged() > 0 && cell.diverged() == cell.rows().size())
                        .toList());
    }

    private static Label entry(GridLayout layout, int row, ClassColors colors) {
        Label label =
                new Label(
                        SweepParameter.words(
                                layout.sweep().axes().get(1).path(),
                                layout.axisValues(1).get(row)));
        label.setGraphic(new Circle(4, color(colors, row)));
        return label;
    }

    /// Blue first.
    private static Color color(ClassColors colors, int row) {
        return colors.color(row == 0 ? 1 : row == 1 ? 0 : row);
    }
}
