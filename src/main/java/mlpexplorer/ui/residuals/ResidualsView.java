package mlpexplorer.ui.residuals;

import static java.util.Objects.requireNonNull;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.HPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import mlpexplorer.data.Split;
import mlpexplorer.data.Split.Part;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Task;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.charts.NiceTicks;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LatestJobRunner;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Tooltips;
import mlpexplorer.ui.controls.Visibility;
import mlpexplorer.ui.workbench.Workbench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The predictions of a regression against the targets, with the line of perfect ones, above a
/// table of errors by part. Recomputed in the background a few times per second during a run.
public final class ResidualsView extends VBox implements LivePart {
    private static final String STYLESHEET =
            Objects.requireNonNull(
                            ResidualsView.class.getResource("/mlpexplorer/ui/residuals.css"),
                            "residuals.css is missing")
                    .toExternalForm();
    private static final long MIN_INTERVAL_NANOS = 150_000_000;

    private final Workbench workbench;
    private final Jobs jobs = new BackgroundJobs("residuals", 1);
    private final LatestJobRunner<Frame, Residuals> follower =
            new LatestJobRunner<>(jobs, MIN_INTERVAL_NANOS, Residuals::of, this::show);
    private final BooleanProperty testHidden = new SimpleBooleanProperty(this, "testHidden");
    private final Scatter scatter = new Scatter();
    private final Scores scores = new Scores();
    private final HBox toolbar = new HBox();
    private final VBox picture;
    private Optional<Frame> asked = Optional.empty();
    private Optional<Residuals> shown = Optional.empty();

    public ResidualsView(Workbench workbench) {
        this.workbench = workbench;
        Label title = new Label(Messages.text("residuals.title"));
        title.getStyleClass().add("residuals-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        toolbar.getStyleClass().add("no-picture");
        HBox heading = new HBox(title, gap, toolbar);
        heading.getStyleClass().addAll("residuals-heading", "picture-title");
        picture = new VBox(heading, scatter, scores);
        picture.getStyleClass().add("residuals-picture");
        setId("residuals-view");
        getStyleClass().add("residuals-view");
        getStylesheets().add(STYLESHEET);
        setVgrow(scatter, Priority.ALWAYS);
        setVgrow(picture, Priority.ALWAYS);
        getChildren().add(picture);
        testHidden.addListener((_, _, _) -> shown.ifPresent(this::show));
    }

    /// Whether the test part is hidden.
    public BooleanProperty testHiddenProperty() {
        return testHidden;
    }

    /// The right end of the heading, for buttons.
    public HBox toolbar() {
        return toolbar;
    }

    /// Plot and table as a picture to save.
    public Node picture() {
        return picture;
    }

    /// Updates the plot. Call once per pulse.
    @Override
    public void pulse(long now) {
        if (!Visibility.now(this)) {
            return;
        }
        Optional<Frame> frame =
                workbench
                        .frameProperty()
                        .get()
                        .filter(newest -> newest.mlp().task() instanceof Task.Regression);
        if (frame.isPresent() && !frame.equals(asked)) {
            if (asked.filter(before -> before.split() == frame.get().split()).isEmpty()) {
                follower.cancel();
            }
            asked = frame;
            follower.submit(frame.get());
        }
        follower.pulse(now);
    }

    @Override
    public void close() {
        jobs.close();
    }

    private void show(Residuals newest) {
        shown = Optional.of(newest);
        List<Part> parts =
                testHidden.get()
                        ? List.of(Part.TRAIN, Part.VALIDATION)
                        : List.of(Part.TRAIN, Part.VALIDATION, Part.TEST);
        scatter.show(newest, parts);
        scores.show(newest, parts);
    }

    private static String styleClass(Part part) {
        return part.key();
    }

    /// A square of predictions against targets on a common scale, that of the targets.
    private static final class Scatter extends Region {
        private static final double LEFT = 58;
        private static final double RIGHT = 12;
        private static final double TOP = 6;
        private static final double BOTTOM = 40;
        private static final double MARGIN = 0.08;
        private static final double SPACING = 48;
        private static final int MAX_POINTS = 2000;

        private final Group grid = new Group();
        private final Line perfect = new Line();
        private final Group points = new Group();
        private final Rectangle clip = new Rectangle();
        private final Map<Part, Path> dots = new EnumMap<>(Part.class);
        private Optional<Residuals> residuals = Optional.empty();
        private List<Part> parts = List.of();
        private double low;
        private double high = 1;

        Scatter() {
            setId("residuals-plot");
            setAccessibleText(Messages.text("residuals.title"));
            getStyleClass().add("residuals-plot");
            setMinSize(160, 120);
            perfect.getStyleClass().add("residuals-perfect");
            points.getChildren().add(perfect);
            for (Part part : List.of(Part.TEST, Part.TRAIN, Part.VALIDATION)) {
                Path path = new Path();
                path.getStyleClass().addAll("residuals-dots", styleClass(part));
                dots.put(part, path);
                points.getChildren().add(path);
            }
            points.setClip(clip);
            getChildren().addAll(grid, points);
        }

        void show(Residuals newest, List<Part> shownParts) {
            boolean rescaled =
                    residuals.filter(before -> before.split() == newest.split()).isEmpty();
            residuals = Optional.of(newest);
            parts = shownParts;
            if (rescaled) {
                scale(newest.split());
                requestLayout();
            } else {
                drawPoints();
            }
        }

        private void scale(Split split) {
            Samples samples = split.dataset().samples();
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int row = 0; row < samples.rows(); row++) {
                least = Math.min(least, samples.target(row));
                most = Math.max(most, samples.target(row));
            }
            double margin = most > least ? MARGIN * (most - least) : 1;
            low = least - margin;
            high = most + margin;
        }

        private double side() {
            return Math.max(1, Math.min(getWidth() - LEFT - RIGHT, getHeight() - TOP - BOTTOM));
        }

        private double left() {
            return Math.rint(LEFT + (getWidth() - LEFT - RIGHT - side()) / 2);
        }

        private double x(double value) {
            return left() + side() * (value - low) / (high - low);
        }

        private double y(double value) {
            return TOP + side() * (high - value) / (high - low);
        }

        @Override
        protected void layoutChildren() {
            grid.getChildren().clear();
            clip.setX(left());
            clip.setY(TOP);
            clip.setWidth(side());
            clip.setHeight(side());
            perfect.setStartX(x(low));
            perfect.setStartY(y(low));
            perfect.setEndX(x(high));
            perfect.setEndY(y(high));
            points.setVisible(residuals.isPresent());
            if (residuals.isPresent()) {
                drawGrid();
                drawPoints();
            }
        }

        private void drawGrid() {
            double step = NiceTicks.step(high - low, Math.clamp((long) (side() / SPACING), 2, 8));
            for (double value : NiceTicks.multiples(low, high, step)) {
                line(x(value), TOP, x(value), TOP + side());
                line(left(), y(value), left() + side(), y(value));
                Text across = text(Numbers.tick(value, step));
                across.relocate(x(value) - width(across) / 2, TOP + side() + 3);
                Text up = text(Numbers.tick(value, step));
                up.relocate(
                        left() - width(up) - 5, y(value) - up.getLayoutBounds().getHeight() / 2);
            }
            Text across = text(Messages.text("residuals.target"));
            across.relocate(left() + (side() - width(across)) / 2, TOP + side() + 19);
            Text up = text(Messages.text("residuals.prediction"));
            up.setRotate(-90);
            up.relocate(left() - 48 - width(up) / 2, TOP + side() / 2 - 8);
            grid.applyCss();
        }

        private static double width(Text text) {
            return text.getLayoutBounds().getWidth();
        }

        private void line(double x1, double y1, double x2, double y2) {
            Line line =
                    new Line(
                            Math.rint(x1) + 0.5,
                            Math.rint(y1) + 0.5,
                            Math.rint(x2) + 0.5,
                            Math.rint(y2) + 0.5);
            line.getStyleClass().add("residuals-grid");
            grid.getChildren().add(line);
        }

        private Text text(String content) {
            Text text = new Text(content);
            text.getStyleClass().add("residuals-label");
            grid.getChildren().add(text);
            text.applyCss();
            return text;
        }

        /// A dot is a line without length whose ends are round.
        private void drawPoints() {
            for (Part part : Part.values()) {
                Path path = requireNonNull(dots.get(part));
                path.getElements().clear();
                residuals
                        .filter(_ -> parts.contains(part))
                        .ifPresent(known -> draw(known.of(part), path));
            }
        }

        private void draw(Residuals.Values values, Path path) {
            double share = Math.max(1, (double) values.rows() / MAX_POINTS);
            for (double place = 0; place < values.rows(); place += share) {
                int row = (int) place;
                double x = x(values.targets()[row]);
                double y = y(values.predictions()[row]);
                if (Double.isFinite(y) && Math.abs(y) < 1e5) {
                    path.getElements().addAll(new MoveTo(x, y), new LineTo(x, y + 0.01));
                }
            }
        }
    }

    /// Errors by part.
    private static final class Scores extends GridPane {
        private static final List<String> COLUMNS = List.of("rmse", "mae", "largest", "r2");

        private final Map<Part, List<Label>> values = new EnumMap<>(Part.class);
        private final Map<Part, List<Node>> rows = new EnumMap<>(Part.class);

        Scores() {
            setId("residuals-scores");
            getStyleClass().add("residuals-scores");
            getColumnConstraints().add(new ColumnConstraints());
            for (int column = 0; column < COLUMNS.size(); column++) {
                ColumnConstraints wide = new ColumnConstraints();
                wide.setHgrow(Priority.ALWAYS);
                wide.setHalignment(HPos.RIGHT);
                getColumnConstraints().add(wide);
                String key = "residuals." + COLUMNS.get(column);
                Label head = new Label(Messages.text(key));
                head.getStyleClass().add("residuals-head");
                Tooltips.explain(head, Messages.text(key + ".tip"));
                add(head, column + 1, 0);
            }
            for (Part part : Part.values()) {
                Circle mark = new Circle(4);
                mark.getStyleClass().addAll("residuals-mark", styleClass(part));
                Label name = new Label(Messages.text("confusion.part." + part), mark);
                List<Label> own =
                        COLUMNS.stream()
                                .map(column -> {
                                    Label value = new Label();
                                    value.getStyleClass().add("residuals-value");
                                    value.setId("residuals-" + styleClass(part) + "-" + column);
                                    return value;
                                })
                                .toList();
                add(name, 0, part.ordinal() + 1);
                for (int column = 0; column < own.size(); column++) {
                    add(own.get(column), column + 1, part.ordinal() + 1);
                }
                values.put(part, own);
                List<Node> row = new ArrayList<>(own);
                row.add(name);
                rows.put(part, row);
            }
        }

        void show(Residuals newest, List<Part> parts) {
            for (Part part : Part.values()) {
                requireNonNull(rows.get(part))
                        .forEach(node -> node.setVisible(parts.contains(part)));
                Residuals.Values own = newest.of(part);
                double deviation = newest.split().scaling().targetDeviation();
                double r2 =
                        Task.r2(
                                own.meanSquare() / (deviation * deviation),
                                newest.split().part(part).targetVariance());
                List<String> texts =
                        List.of(
                                Numbers.loss(Math.sqrt(own.meanSquare())),
                                Numbers.loss(own.mae()),
                                Numbers.loss(own.largest()),
                                Task.Metric.R2.text(r2));
                for (int column = 0; column < texts.size(); column++) {
                    requireNonNull(values.get(part))
                            .get(column)
                            .setText(own.rows() == 0 ? Numbers.NONE : texts.get(column));
                }
            }
        }
    }
}
