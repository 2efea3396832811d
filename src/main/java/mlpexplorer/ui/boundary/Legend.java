package mlpexplorer.ui.boundary;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Shape;

import mlpexplorer.data.Split.Part;
import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.charts.NiceTicks;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.ClassMarker;
import mlpexplorer.ui.controls.ColorRamp;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.controls.Tooltips;
import mlpexplorer.ui.field.ClassPainter;
import mlpexplorer.ui.field.CurvePainter;
import mlpexplorer.ui.field.FieldPainter;
import mlpexplorer.ui.field.PointStyle;
import mlpexplorer.ui.field.SurfacePainter;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleToIntFunction;

/// The legend, a wrapping row: the classes with the shades of their regions, or the color bar of a
/// regression, then the parts. With many classes, shades are omitted and names shortened to save
/// space; classes beyond [#MAX_CLASSES] are only counted.
final class Legend extends WrappingRow {
    private static final double RADIUS = 4.5;
    private static final double PART_RADIUS = 3.75;
    private static final int BAR = 44;
    private static final int SHORT_BAR = 18;
    private static final int VALUE_BAR = 120;
    private static final int UNIT_BAR = 60;
    private static final int VALUE_TICKS = 10;
    private static final int BAR_HEIGHT = 9;
    private static final double LINE = 18;

    /// Above this number of classes, the legend is compact.
    private static final int MAX_LONG_NAMES = 6;

    private static final int MAX_CLASSES = 30;
    private static final int LONG_NAME = 20;
    private static final int SHORT_NAME = 10;

    private final Label test;
    private final Label baseline;
    private Optional<Key> shown = Optional.empty();
    private Optional<Unit> unit = Optional.empty();

    private record Key(List<String> classNames, FieldPainter painter, int drawn, int rows) {}

    /// The colors of a unit that is drawn instead of the output.
    private record Unit(boolean bounded) {}

    Legend() {
        super("boundary-legend");
        this.test = part(Part.TEST, "test");
        Line line = new Line(0, 0, LINE, 0);
        line.getStyleClass().add("boundary-legend-baseline");
        baseline = new Label(BoundaryText.text("legend.baseline"), line);
        baseline.setId("boundary-legend-baseline");
        showBaseline(false);
    }

    /// Shows or hides the colors of a single unit.
    ///
    /// @param bounded whether its values are between −1 and 1
    void pin(boolean pinned, boolean bounded) {
        Optional<Unit> now = pinned ? Optional.of(new Unit(bounded)) : Optional.empty();
        if (!now.equals(unit)) {
            unit = now;
            shown.ifPresent(this::fill);
        }
    }

    void show(Content.Plane plane, FieldPainter painter) {
        Key wanted =
                new Key(
                        plane.dataset().classNames(),
                        painter,
                        PlotPoints.drawn(plane),
                        plane.dataset().rows());
        if (shown.filter(wanted::equals).isEmpty()) {
            shown = Optional.of(wanted);
            fill(wanted);
        }
    }

    private void fill(Key wanted) {
        getChildren().clear();
        getStyleClass().remove("curve");
        switch (wanted.painter()) {
            case ClassPainter classes -> fill(wanted.classNames(), classes);
            case SurfacePainter surface -> fill(surface);
            case CurvePainter _ -> fillCurve();
        }
        unit.ifPresent(this::fill);
        getChildren()
                .addAll(
                        part(Part.TRAIN, "training"),
                        part(Part.VALIDATION, "validation"),
                        baseline,
                        test);
        if (wanted.drawn() < wanted.rows()) {
            getChildren()
                    .add(
                            new Label(
                                    BoundaryText.text(
                                            "legend.some", wanted.drawn(), wanted.rows())));
        }
    }

    private void fill(Unit colored) {
        ColorRamp ramp = new ClassColors(2, Theme.of(this)).signed();
        HBox bar =
                entry(
                        heading("legend.unit"),
                        new Label(
                                BoundaryText.text(
                                        "legend.unit."
                                                + (colored.bounded() ? "least" : "negative"))),
                        bar(UNIT_BAR, share -> ramp.at((float) share)),
                        new Label(
                                BoundaryText.text(
                                        "legend.unit."
                                                + (colored.bounded() ? "most" : "positive"))));
        bar.setId("boundary-unit-bar");
        getChildren().add(bar);
    }

    private static Node bar(int width, DoubleToIntFunction argb) {
        WritableImage colors = new WritableImage(width, BAR_HEIGHT);
        for (int x = 0; x < width; x++) {
            int color = argb.applyAsInt((x + 0.5) / width);
            for (int y = 0; y < BAR_HEIGHT; y++) {
                colors.getPixelWriter().setArgb(x, y, color);
            }
        }
        return new ImageView(colors);
    }

    /// The color bar.
    private void fill(SurfacePainter painter) {
        double step = NiceTicks.step(painter.high() - painter.low(), VALUE_TICKS);
        HBox bar =
                entry(
                        heading("legend.target"),
                        new Label(Numbers.betweenTicks(painter.low(), step)),
                        bar(
                                VALUE_BAR,
                                share ->
                                        painter.argb(
                                                painter.low()
                                                        + share
                                                                * (painter.high()
                                                                        - painter.low()))),
                        new Label(Numbers.betweenTicks(painter.high(), step)));
        bar.setId("boundary-color-bar");
        getChildren().add(bar);
    }

    private void fillCurve() {
        getStyleClass().add("curve");
        if (unit.isEmpty()) {
            Line line = new Line(0, 0, LINE, 0);
            line.getStyleClass().add("boundary-legend-line");
            Label prediction = new Label(BoundaryText.text("legend.prediction"), line);
            prediction.setId("boundary-legend-prediction");
            getChildren().add(prediction);
        }
    }

    private static Label heading(String key) {
        Label heading = new Label(BoundaryText.text(key));
        heading.getStyleClass().add("boundary-legend-heading");
        return heading;
    }

    private void fill(List<String> names, ClassPainter painter) {
        Label heading = heading("legend.class");
        if (names.size() == 2) {
            HBox both =
                    entry(
                            heading,
                            classLabel(0, names, painter),
                            bar(painter, true, 0, BAR),
                            classLabel(1, names, painter));
            if (unit.isPresent()) {
                both.getChildren().remove(2);
            }
            getChildren().add(both);
        } else {
            for (int c = 0; c < Math.min(MAX_CLASSES, names.size()); c++) {
                HBox entry = entry(classLabel(c, names, painter));
                if (names.size() <= MAX_LONG_NAMES && unit.isEmpty()) {
                    entry.getChildren().add(bar(painter, false, c, SHORT_BAR));
                }
                getChildren().add(c == 0 ? entry(heading, entry) : entry);
            }
            if (names.size() > MAX_CLASSES) {
                getChildren()
                        .add(
                                new Label(
                                        BoundaryText.text(
                                                "legend.more", names.size() - MAX_CLASSES)));
            }
        }
    }

    void clear() {
        shown = Optional.empty();
        getChildren().clear();
    }

    void showBaseline(boolean shown) {
        baseline.setVisible(shown);
        baseline.setManaged(shown);
    }

    /// Space for the entry is always reserved, so that showing test points moves nothing.
    void showTestPoints(boolean shown) {
        test.setVisible(shown);
    }

    private static HBox entry(Node... parts) {
        HBox entry = new HBox(parts);
        entry.getStyleClass().add("boundary-legend-entry");
        return entry;
    }

    private static Label classLabel(int label, List<String> names, ClassPainter painter) {
        String name = names.get(label);
        Label shown = new Label(shortened(name, names.size()), marker(label, painter.colors()));
        if (!shown.getText().equals(name)) {
            Tooltips.explain(shown, name);
        }
        return shown;
    }

    /// Shortens a long name in the middle, since long names often differ only in their last
    /// letters.
    static String shortened(String name, int classes) {
        int most = classes <= MAX_LONG_NAMES ? LONG_NAME : SHORT_NAME;
        return name.length() <= most
                ? name
                : name.substring(0, most / 2) + "…" + name.substring(name.length() - most / 2 + 1);
    }

    static Shape marker(int label, ClassColors colors) {
        Shape marker = ClassMarker.of(label).shape(RADIUS);
        marker.setFill(colors.color(label));
        return marker;
    }

    private Label part(Part part, String key) {
        Circle mark = new Circle(PART_RADIUS);
        mark.getStyleClass().addAll("boundary-legend-mark", PointStyle.styleClass(part));
        StackPane chip = new StackPane(mark);
        chip.getStyleClass().add("boundary-legend-chip");
        return new Label(BoundaryText.text("legend." + key), chip);
    }

    /// The shades from class 0 to class 1, or from undecided to `label`.
    private static Node bar(ClassPainter painter, boolean both, int label, int width) {
        double chance = 1.0 / painter.colors().classes();
        return bar(
                width,
                t ->
                        both
                                ? painter.argb(t < 0.5 ? 0 : 1, Math.max(t, 1 - t))
                                : painter.argb(label, chance + t * (1 - chance)));
    }
}
