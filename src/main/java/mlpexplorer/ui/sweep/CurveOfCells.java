package mlpexplorer.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import mlpexplorer.experiment.sweep.SweepCell;
import mlpexplorer.ui.fx.ClassColors;
import mlpexplorer.ui.workbench.Texts;

/// The metric against the values of the first axis, one line for each value of the second.
final class CurveOfCells implements ResultView {
    private static final int MOST_LINES = ClassColors.DISTINCT;

    private final SpreadPlot plot = new SpreadPlot();
    private final FlowPane legend = new FlowPane();
    private final TitledSheet sheet = new TitledSheet("sweep-curve-sheet", plot, legend);

    CurveOfCells() {
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
    public void show(Showing showing) {
        Plane plane = showing.plane();
        String title = Texts.text("sweep.map.title", Measures.title(showing.measure()), plane.title());
        sheet.title(title);
        ClassColors colors = new ClassColors(MOST_LINES, showing.theme());
        int lines = Math.min(MOST_LINES, plane.rows());
        List<SpreadPlot.Series> series = new ArrayList<>();
        for (int row = 0; row < lines; row++) {
            series.add(series(showing, row, colors));
        }
        plot.show(new SpreadPlot.Content(showing.measure(), plane.axisTitle(0), plane.axisValues(0), series));
        plot.setAccessibleText(title);
        legend.getChildren().setAll(IntStream.range(0, plane.axisTitle(1).isEmpty() ? 0 : lines)
                .mapToObj(row -> entry(plane, row, colors))
                .toList());
        if (series.stream().anyMatch(line -> line.diverged().contains(true))) {
            legend.getChildren().add(new Label(Texts.text("sweep.curve.diverged")));
        }
        if (plane.rows() > lines) {
            legend.getChildren().add(new Label(Texts.text("sweep.curve.more", plane.rows() - lines)));
        }
    }

    private static SpreadPlot.Series series(Showing showing, int row, ClassColors colors) {
        List<SweepCell> cells = IntStream.range(0, showing.plane().columns())
                .mapToObj(column -> showing.cells().get(showing.plane().cell(column, row)))
                .toList();
        return new SpreadPlot.Series(
                color(colors, row),
                cells.stream().map(cell -> cell.spread(showing.measure())).toList(),
                cells.stream().map(cell -> cell.diverged() > 0 && cell.diverged() == cell.rows().size()).toList());
    }

    private static Label entry(Plane plane, int row, ClassColors colors) {
        Label label = new Label(Knob.words(plane.sweep().axes().get(1).path(), plane.axisValues(1).get(row)));
        label.setGraphic(new Circle(4, color(colors, row)));
        return label;
    }

    /// Blue first.
    private static Color color(ClassColors colors, int row) {
        return colors.color(row == 0 ? 1 : row == 1 ? 0 : row);
    }
}
