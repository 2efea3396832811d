package mlpexplorer.ui.charts;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.controls.FixedWidthText;
import mlpexplorer.ui.controls.Messages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The small table beside the cursor: for each run a heading with the position (epoch, update,
/// seconds) and one row per series with its value. The row nearest to the pointer is highlighted.
/// In a low plot, the series of a run share a line. Laid out by its owner, not by its parent.
final class HoverCard extends GridPane {
    private static final double ROW_HEIGHT = 15;
    private static final int COLUMNS = 4;
    private static final int MIN_ROWS = 5;

    /// Plots lower than this, in pixels, use the short form.
    private static final double LOW = 150;

    /// The rows of one run under its heading; those of a dimmed run, and all in a low plot, share a
    /// line.
    private record Group(String run, Label heading, List<HoverRow> rows, boolean brief) {}

    private final ChartText text;
    private final Supplier<Measure> measure;
    private final Label more = new Label();
    private List<Group> groups = List.of();
    private List<String> shape = List.of();

    HoverCard(ChartText text, Supplier<Measure> measure) {
        this.text = text;
        this.measure = measure;
        setManaged(false);
        setVisible(false);
        setMouseTransparent(true);
        getStyleClass().add("hover-card");
        for (int column = 0; column < COLUMNS; column++) {
            getColumnConstraints().add(new ColumnConstraints());
        }
        // A heading wider than the columns extends into an empty column after them.
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        getColumnConstraints().add(rest);
        more.getStyleClass().add("hover-heading");
    }

    /// Displays the values at `x` and resizes to fit.
    ///
    /// @param mouseY distance from the top of the plot to the pointer in pixels; NaN while it is
    ///   elsewhere
    void writeAt(double x, double mouseY, List<CurveLine> all, Viewport view) {
        List<CurveLine> lines = all.stream().filter(line -> isKnown(line.series(), x)).toList();
        boolean low = view.height() < LOW;
        Map<String, List<CurveLine>> runs =
                byRun(lines, low, Math.max(MIN_ROWS, (int) (view.height() / ROW_HEIGHT)));
        shape(lines, runs, low);
        for (Group group : groups) {
            List<CurveLine> own = runs.getOrDefault(group.run(), List.of());
            String place = HoverRow.place(own.getFirst().series().curve(), x, text);
            boolean bare = low && group != groups.getFirst();
            group.heading()
                    .setText(
                            group.run().isEmpty()
                                    ? place
                                    : bare ? group.run() : group.run() + " · " + place);
            for (int i = 0; i < group.rows().size(); i++) {
                group.rows().get(i).write(own.get(i), x, view);
            }
        }
        markNearest(mouseY);
        applyCss();
        autosize();
        layout();
    }

    /// Curves of other runs that ended before `x` are left out.
    private static boolean isKnown(CurveSeries series, double x) {
        return !series.dimmed() || Double.isFinite(Nearest.y(series.curve(), x));
    }

    /// The live curves first, then the others while there is space for them and the headings of
    /// their runs.
    private static Map<String, List<CurveLine>> byRun(
            List<CurveLine> lines, boolean low, int most) {
        Map<String, List<CurveLine>> runs = new LinkedHashMap<>();
        int rows = 0;
        List<CurveLine> inOrder =
                Stream.concat(
                                lines.stream().filter(line -> !line.series().dimmed()),
                                lines.stream().filter(line -> line.series().dimmed()))
                        .toList();
        for (CurveLine line : inOrder) {
            boolean begins = !runs.containsKey(line.series().run());
            rows += begins ? 2 : low || line.series().dimmed() ? 0 : 1;
            if (rows <= most) {
                runs.computeIfAbsent(line.series().run(), _ -> new ArrayList<>()).add(line);
            }
        }
        return runs;
    }

    /// Rebuilds the rows if names, colors or their number change.
    private void shape(List<CurveLine> lines, Map<String, List<CurveLine>> runs, boolean low) {
        boolean smoothed = lines.stream().anyMatch(line -> line.smoothed().isPresent());
        List<String> newShape =
                new ArrayList<>(lines.stream().map(line -> shape(line.series())).toList());
        newShape.add(
                measure.get()
                        + "/"
                        + smoothed
                        + "/"
                        + low
                        + "/"
                        + runs.values().stream().mapToInt(List::size).sum());
        if (newShape.equals(shape)) {
            return;
        }
        shape = newShape;
        List<Group> made = new ArrayList<>();
        runs.forEach((run, own) ->
                made.add(
                        new Group(
                                run,
                                heading(),
                                own.stream()
                                        .map(line -> new HoverRow(line.series(), measure.get()))
                                        .toList(),
                                low || own.stream().allMatch(line -> line.series().dimmed()))));
        groups = List.copyOf(made);
        int shown = groups.stream().mapToInt(group -> group.rows().size()).sum();
        fill(smoothed, lines.size() - shown);
    }

    private static String shape(CurveSeries s) {
        return s.run() + "/" + s.name() + "/" + s.styleClass() + "/" + s.style() + "/" + s.dimmed();
    }

    private static Label heading() {
        Label heading = new Label();
        heading.getStyleClass().add("hover-heading");
        return heading;
    }

    private void fill(boolean smoothed, int left) {
        getChildren().clear();
        int row = 0;
        for (Group group : groups) {
            add(group.heading(), 0, row++, COLUMNS + 1, 1);
            if (group.brief()) {
                add(brief(group, smoothed), 0, row++, COLUMNS + 1, 1);
                continue;
            }
            if (smoothed && row == 1) {
                addColumnNames(row++);
            }
            for (HoverRow one : group.rows()) {
                one.addTo(this, row++, smoothed);
            }
        }
        if (left > 0) {
            more.setText(Messages.text("chart.hover.more", left));
            add(more, 0, row, COLUMNS + 1, 1);
        }
    }

    private static HBox brief(Group group, boolean smoothed) {
        HBox line = new HBox();
        line.getStyleClass().add("hover-values");
        group.rows().forEach(row -> line.getChildren().addAll(row.brief(smoothed)));
        return line;
    }

    private void addColumnNames(int row) {
        for (int column = 2; column <= 3; column++) {
            Label name = heading();
            name.setText(Messages.text(column == 2 ? "chart.hover.smoothed" : "chart.hover.value"));
            setHalignment(name, HPos.RIGHT);
            add(name, column, row);
        }
    }

    private void markNearest(double mouseY) {
        List<HoverRow> rows = groups.stream().flatMap(group -> group.rows().stream()).toList();
        double least =
                rows.stream()
                        .mapToDouble(row -> Math.abs(row.py() - mouseY))
                        .filter(Double::isFinite)
                        .min()
                        .orElse(Double.NaN);
        rows.forEach(row -> row.nearest(Math.abs(row.py() - mouseY) == least));
    }

    /// A row of the hover card: a series with its value and, if smoothed, the smoothed value.
    private static final class HoverRow {
        private static final PseudoClass NEAREST = PseudoClass.getPseudoClass("nearest");

        private final Region swatch = new Region();
        private final Label name;
        private final FixedWidthText smoothed;
        private final FixedWidthText value;
        private final Measure measure;
        private double py = Double.NaN;

        HoverRow(CurveSeries series, Measure measure) {
            this.measure = measure;
            smoothed = new FixedWidthText(measure.widest(), "chart-value", HPos.LEFT);
            value = new FixedWidthText(measure.widest(), "chart-value", HPos.LEFT);
            name = new Label(series.name());
            name.getStyleClass().add("hover-name");
            swatch.getStyleClass().addAll("swatch", series.styleClass());
            swatch.setStyle(series.style());
        }

        /// Displays the values of the sample nearest to `x`.
        void write(CurveLine line, double x, Viewport view) {
            Curve curve = line.series().curve();
            double raw = Nearest.y(curve, x);
            value.setText(measure.text(raw));
            Optional<Curve> smooth = line.smoothed();
            double shown = smooth.map(average -> Nearest.y(average, x)).orElse(raw);
            smoothed.setText(measure.text(shown));
            py = Double.isFinite(shown) ? view.py(shown) : Double.NaN;
        }

        /// The distance of the series from the top of the plot at the cursor, in pixels; NaN if it
        /// has no value there.
        double py() {
            return py;
        }

        void nearest(boolean is) {
            name.pseudoClassStateChanged(NEAREST, is);
            value.pseudoClassStateChanged(NEAREST, is);
            smoothed.pseudoClassStateChanged(NEAREST, is);
        }

        /// Color and displayed value only, for the shared line of a run.
        List<Node> brief(boolean withSmoothed) {
            return List.of(swatch, withSmoothed ? smoothed : value);
        }

        void addTo(HoverCard card, int row, boolean withSmoothed) {
            if (withSmoothed) {
                card.addRow(row, swatch, name, smoothed, value);
            } else {
                card.addRow(row, swatch, name, value);
            }
        }

        /// The heading of a run: the position of the sample nearest to `x` on all axes known to the
        /// curve.
        static String place(Curve curve, double x, ChartText text) {
            OptionalInt index = Nearest.index(curve, x);
            if (index.isEmpty() || Double.isNaN(curve.at(XAxis.EPOCH, index.getAsInt()))) {
                return text.xLabel() + " " + Numbers.number(x);
            }
            int i = index.getAsInt();
            return XAxis.EPOCH.text(curve.at(XAxis.EPOCH, i))
                    + " · "
                    + XAxis.UPDATE.text(curve.at(XAxis.UPDATE, i))
                    + " · "
                    + XAxis.SECONDS.text(curve.at(XAxis.SECONDS, i));
        }
    }
}
