package mlpexplorer.ui.runs;

import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.charts.NiceTicks;
import mlpexplorer.ui.controls.Messages;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Validation error against parameters: one dot per run, selected and pinned runs in their colors,
/// with the Pareto front. A click selects the nearest run.
final class ScatterPane extends Pane implements RunPane {
    private static final double LEFT = 52;
    private static final double RIGHT = 18;
    private static final double TOP = 26;
    private static final double BOTTOM = 40;
    private static final double REACH = 14;
    private static final double DOT = 3;

    private final Group grid = new Group();
    private final Path dots = new Path();
    private final Path front = new Path();
    private final Group marks = new Group();
    private final Text hover = new Text();
    private final Text empty = new Text(Messages.text("runs.scatter.empty"));
    private Chosen chosen = Chosen.NONE;
    private List<RunSummary> runs = List.of();
    private List<RunSummary> best = List.of();
    private ScatterScale scale = ScatterScale.around(List.of(), 1, 1);

    ScatterPane(Consumer<RunSummary> onPick) {
        setId("runs-scatter");
        setAccessibleText(Messages.text("runs.tab.scatter.tip"));
        getStyleClass().addAll("run-pane", "scatter-pane");
        dots.getStyleClass().add("scatter-dots");
        front.getStyleClass().add("scatter-front");
        hover.getStyleClass().add("scatter-hover");
        empty.getStyleClass().add("scatter-label");
        hover.setTextOrigin(VPos.TOP);
        getChildren().addAll(grid, dots, front, marks, hover, empty);
        setOnMouseMoved(event -> hover.setText(nearest(event).map(this::words).orElse(legend())));
        setOnMouseExited(_ -> hover.setText(legend()));
        setOnMouseClicked(event -> nearest(event).ifPresent(onPick));
        widthProperty().addListener((_, _, _) -> draw());
        heightProperty().addListener((_, _, _) -> draw());
    }

    @Override
    public void show(Chosen now) {
        boolean others = now.all() != chosen.all();
        chosen = now;
        if (others) {
            runs = now.all().stream().filter(Pareto::counts).toList();
            best = Pareto.front(runs);
        }
        draw();
    }

    private void draw() {
        double width = getWidth() - LEFT - RIGHT;
        double height = getHeight() - TOP - BOTTOM;
        boolean room = width > 20 && height > 20;
        grid.getChildren().clear();
        marks.getChildren().clear();
        dots.getElements().clear();
        front.getElements().clear();
        empty.setVisible(runs.isEmpty());
        empty.relocate(getWidth() / 2 - empty.getLayoutBounds().getWidth() / 2, getHeight() / 2);
        hover.relocate(LEFT, 4);
        hover.setText(legend());
        if (!room || runs.isEmpty()) {
            return;
        }
        scale = ScatterScale.around(runs, width, height);
        drawGrid(width, height);
        Set<Long> seen = new HashSet<>();
        for (RunSummary run : runs) {
            // Runs on the same pixel are one dot, so that ten thousand of them stay fast.
            if (seen.add(Math.round(x(run)) << 16 | Math.round(y(run)))) {
                dots.getElements()
                        .addAll(new MoveTo(x(run) - DOT, y(run)), new LineTo(x(run) + DOT, y(run)));
            }
        }
        drawFront();
        for (RunSummary run : chosen.first(Integer.MAX_VALUE)) {
            if (Pareto.counts(run)) {
                Circle mark = new Circle(x(run), y(run), 5, RunText.color(run));
                mark.getStyleClass().add("scatter-mark");
                marks.getChildren().add(mark);
            }
        }
    }

    private void drawFront() {
        for (RunSummary run : best) {
            if (front.getElements().isEmpty()) {
                front.getElements().add(new MoveTo(x(run), y(run)));
            } else {
                front.getElements().add(new LineTo(x(run), ((LineTo) last()).getY()));
                front.getElements().add(new LineTo(x(run), y(run)));
            }
            front.getElements().add(new LineTo(x(run), y(run)));
            Rectangle mark = new Rectangle(x(run) - 3.5, y(run) - 3.5, 7, 7);
            mark.setRotate(45);
            mark.getStyleClass().add("scatter-best");
            marks.getChildren().add(mark);
        }
    }

    private Object last() {
        return front.getElements().getLast();
    }

    private void drawGrid(double width, double height) {
        for (double error : scale.errors()) {
            double y = Math.rint(TOP + scale.y(error)) + 0.5;
            line(LEFT, y, LEFT + width, y);
            Text text =
                    label(
                            inPercent()
                                    ? Numbers.percentTick(error, scale.step())
                                    : Numbers.tick(error, scale.step()));
            text.relocate(
                    LEFT - 8 - text.getLayoutBounds().getWidth(),
                    y - text.getLayoutBounds().getHeight() / 2);
        }
        for (double size : scale.sizes()) {
            double x = Math.rint(LEFT + scale.x(size)) + 0.5;
            line(x, TOP, x, TOP + height);
            Text text = label(Numbers.number(size));
            text.relocate(x - text.getLayoutBounds().getWidth() / 2, TOP + height + 4);
        }
        Text across = label(Messages.text("runs.scatter.x"));
        across.relocate(
                LEFT + (width - across.getLayoutBounds().getWidth()) / 2, TOP + height + 20);
    }

    private void line(double x1, double y1, double x2, double y2) {
        Line line = new Line(x1, y1, x2, y2);
        line.getStyleClass().add("scatter-grid");
        grid.getChildren().add(line);
    }

    private Text label(String words) {
        Text text = new Text(words);
        text.getStyleClass().add("scatter-label");
        grid.getChildren().add(text);
        return text;
    }

    private double x(RunSummary run) {
        return LEFT + scale.x(run.parameters());
    }

    private double y(RunSummary run) {
        return TOP + scale.y(Pareto.error(run));
    }

    private Optional<RunSummary> nearest(MouseEvent event) {
        Comparator<RunSummary> distance = Comparator.comparingDouble(run -> distance(run, event));
        return runs.stream().filter(run -> distance(run, event) < REACH).min(distance);
    }

    private double distance(RunSummary run, MouseEvent event) {
        return Math.hypot(x(run) - event.getX(), y(run) - event.getY());
    }

    private String legend() {
        return runs.isEmpty()
                ? ""
                : Messages.text("runs.scatter.legend." + RunText.metric(runs), best.size());
    }

    /// Regressions have an error of 1 − R², which is not a percentage.
    private boolean inPercent() {
        return RunText.metric(runs).equals(Task.Metric.ACCURACY.key());
    }

    private String words(RunSummary run) {
        return Messages.text(
                "runs.scatter.hover",
                run.id(),
                run.title(),
                Numbers.count(run.parameters()),
                inPercent()
                        ? Numbers.percent(Pareto.error(run))
                        : Numbers.fixed(Pareto.error(run), 3));
    }

    /// The scales of the scatter plot: parameters on a logarithmic x axis, error on a linear y axis
    /// from zero.
    ///
    /// @param fewest parameters at the left edge
    /// @param most parameters at the right edge
    /// @param top the error at the upper edge
    /// @param step step between ticks of the error
    /// @param width width of the plot in pixels
    /// @param height height of the plot in pixels
    record ScatterScale(
            double fewest, double most, double top, double step, double width, double height) {
        private static final double ROOM = 1.15;
        private static final double ABOVE = 1.04;
        private static final double MIN_ERROR = 0.05;
        private static final int TICKS = 5;
        private static final int MAX_SIZES = 9;

        /// A scale with a margin around the runs; the top is a multiple of the tick step.
        static ScatterScale around(List<RunSummary> runs, double width, double height) {
            double fewest = runs.stream().mapToLong(RunSummary::parameters).min().orElse(1);
            double most = runs.stream().mapToLong(RunSummary::parameters).max().orElse(1000);
            double worst = runs.stream().mapToDouble(Pareto::error).max().orElse(1);
            double step = NiceTicks.step(Math.max(worst, MIN_ERROR), TICKS);
            return new ScatterScale(
                    fewest / ROOM / (most == fewest ? 3 : 1),
                    most * ROOM * (most == fewest ? 3 : 1),
                    Math.max(step, Math.ceil(worst / step - 1e-9) * step) * ABOVE,
                    step,
                    width,
                    height);
        }

        double x(double parameters) {
            return width * Math.log(parameters / fewest) / Math.log(most / fewest);
        }

        double y(double error) {
            return height * (1 - error / top);
        }

        /// Ticks of the error, from zero.
        List<Double> errors() {
            return NiceTicks.multiples(0, top, step);
        }

        /// 1, 2, 5, 10, … parameters, or only powers of ten if there are many.
        List<Double> sizes() {
            return NiceTicks.decades(fewest, most, MAX_SIZES);
        }
    }
}
