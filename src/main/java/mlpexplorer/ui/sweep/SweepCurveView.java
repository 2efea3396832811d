package mlpexplorer.ui.sweep;

import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.experiment.sweep.SweepTable.SweepCell;
import mlpexplorer.experiment.sweep.SweepTable.SweepCell.Spread;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.charts.NiceTicks;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.sweep.GridPage.TitledSheet;
import mlpexplorer.ui.sweep.ResultView.SweepViewState;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The metric against the values of the first axis, one line for each value of the second.
final class SweepCurveView implements ResultView {
    private static final int MAX_LINES = ClassColors.DISTINCT;

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
                Messages.text(
                        "sweep.map.title",
                        MetricText.title(state.measure(), state.table().metric()),
                        layout.title());
        sheet.title(title);
        ClassColors colors = new ClassColors(MAX_LINES, state.theme());
        int lines = Math.min(MAX_LINES, layout.rows());
        List<SpreadPlot.Series> series = new ArrayList<>();
        for (int row = 0; row < lines; row++) {
            series.add(series(state, row, colors));
        }
        plot.show(
                new SpreadPlot.Content(
                        state.measure(),
                        state.table().metric(),
                        layout.axisTitle(0),
                        layout.axisValues(0),
                        series));
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
                        SweepParameter.description(
                                layout.sweep().axes().get(1).path(),
                                layout.axisValues(1).get(row)));
        label.setGraphic(new Circle(4, color(colors, row)));
        return label;
    }

    /// Blue first.
    private static Color color(ClassColors colors, int row) {
        return colors.color(row == 0 ? 1 : row == 1 ? 0 : row);
    }

    /// Lines of means with error bars of ± one standard deviation over categorical values, since
    /// 0.001, 0.01, adam and sgd have no common scale. A value whose runs all diverged has a cross
    /// at the bottom.
    private static final class SpreadPlot extends Pane {
        private static final double LEFT = 56;
        private static final double RIGHT = 16;
        private static final double TOP = 10;
        private static final double BOTTOM = 46;
        private static final double CAP = 4;
        private static final double RADIUS = 3.5;
        private static final double CROSS = 4;
        private static final double LABEL_WIDTH = 44;
        private static final int TICKS = 6;

        private Content content =
                new Content(
                        SweepMeasure.VALIDATION_ACCURACY,
                        Task.Metric.ACCURACY,
                        "",
                        List.of(),
                        List.of());

        /// One line.
        ///
        /// @param points one per value; count 0 if there is none
        /// @param diverged whether all runs of the value diverged
        record Series(Color color, List<Spread> points, List<Boolean> diverged) {}

        /// @param values labels below the plot
        record Content(
                SweepMeasure measure,
                Task.Metric metric,
                String axis,
                List<String> values,
                List<Series> series) {}

        SpreadPlot() {
            getStyleClass().add("spread-plot");
            setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        }

        void show(Content fresh) {
            if (!fresh.equals(content)) {
                content = fresh;
                requestLayout();
            }
        }

        /// The scale of the y axis: round numbers, `low` below and `high` above all bars.
        private record Scale(double low, double high, double step) {
            static Scale of(Content content) {
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                for (Series series : content.series()) {
                    for (Spread point : series.points()) {
                        if (point.count() > 0) {
                            double reach = Double.isNaN(point.std()) ? 0 : point.std();
                            low = Math.min(low, point.mean() - reach);
                            high = Math.max(high, point.mean() + reach);
                        }
                    }
                }
                if (low > high) {
                    return new Scale(0, 1, 0.2);
                }
                double span = Math.max(high - low, content.measure().isShare() ? 0.05 : 1e-3);
                double step = NiceTicks.step(span, TICKS - 1);
                double least =
                        content.metric() == Task.Metric.R2 && content.measure().isShare() ? -1 : 0;
                double bottom = Math.max(least, Math.floor(low / step + 1e-9) * step);
                double top = Math.ceil(high / step - 1e-9) * step;
                return new Scale(
                        bottom,
                        Math.max(
                                bottom + step,
                                content.measure().isShare() ? Math.min(top, 1) : top),
                        step);
            }
        }

        @Override
        protected void layoutChildren() {
            getChildren().clear();
            double width = getWidth() - LEFT - RIGHT;
            double height = getHeight() - TOP - BOTTOM;
            if (width <= 0 || height <= 0 || content.values().isEmpty()) {
                return;
            }
            Scale scale = Scale.of(content);
            drawAxes(scale, width, height);
            for (int i = 0; i < content.series().size(); i++) {
                draw(content.series().get(i), i, scale, width, height);
            }
        }

        private void drawAxes(Scale scale, double width, double height) {
            for (double value : NiceTicks.multiples(scale.low(), scale.high(), scale.step())) {
                double y = Math.rint(y(value, scale, height)) + 0.5;
                add(new Line(LEFT, y, LEFT + width, y), "spread-grid");
                Text text =
                        add(
                                new Text(
                                        MetricText.tick(
                                                content.measure(),
                                                content.metric(),
                                                value,
                                                scale.step())),
                                "spread-tick");
                text.setTextOrigin(VPos.CENTER);
                text.setX(LEFT - 8 - text.getLayoutBounds().getWidth());
                text.setY(y);
            }
            int every = (int) Math.ceil(LABEL_WIDTH * content.values().size() / width);
            for (int i = 0; i < content.values().size(); i += every) {
                Text text = add(new Text(content.values().get(i)), "spread-tick");
                text.setTextOrigin(VPos.TOP);
                text.setX(x(i, width) - text.getLayoutBounds().getWidth() / 2);
                text.setY(TOP + height + 8);
            }
            Text title = add(new Text(content.axis()), "spread-axis");
            title.setTextAlignment(TextAlignment.CENTER);
            title.setTextOrigin(VPos.BOTTOM);
            title.setX(LEFT + (width - title.getLayoutBounds().getWidth()) / 2);
            title.setY(getHeight() - 4);
        }

        private void draw(Series series, int index, Scale scale, double width, double height) {
            double shift = (index - (content.series().size() - 1) / 2.0) * 3;
            Polyline line = add(new Polyline(), "spread-line");
            line.setStroke(series.color());
            for (int i = 0; i < series.points().size(); i++) {
                Spread point = series.points().get(i);
                double x = x(i, width) + shift;
                if (point.count() > 0) {
                    double y = y(point.mean(), scale, height);
                    line.getPoints().addAll(x, y);
                    if (point.count() > 1) {
                        bar(
                                x,
                                y(point.mean() + point.std(), scale, height),
                                y(point.mean() - point.std(), scale, height),
                                series.color());
                    }
                    add(new Circle(x, y, RADIUS), "spread-point").setFill(series.color());
                } else if (series.diverged().get(i)) {
                    double y = TOP + height - CROSS - 2;
                    stroke(new Line(x - CROSS, y - CROSS, x + CROSS, y + CROSS), series.color());
                    stroke(new Line(x - CROSS, y + CROSS, x + CROSS, y - CROSS), series.color());
                }
            }
        }

        private void bar(double x, double top, double bottom, Color color) {
            double low = Math.min(bottom, getHeight() - BOTTOM);
            double high = Math.max(top, TOP);
            stroke(new Line(x, high, x, low), color);
            stroke(new Line(x - CAP, high, x + CAP, high), color);
            stroke(new Line(x - CAP, low, x + CAP, low), color);
        }

        private void stroke(Line line, Color color) {
            add(line, "spread-bar").setStroke(color);
        }

        private double x(int index, double width) {
            return LEFT + width * (index + 0.5) / content.values().size();
        }

        private static double y(double value, Scale scale, double height) {
            return TOP + height * (scale.high() - value) / (scale.high() - scale.low());
        }

        private <N extends Node> N add(N node, String style) {
            node.getStyleClass().add(style);
            getChildren().add(node);
            node.applyCss();
            return node;
        }
    }
}
