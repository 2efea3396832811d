package mlpexplorer.ui.boundary;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.boundary.PointQuery.Prediction;
import mlpexplorer.ui.charts.NiceTicks;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.FixedWidthText;
import mlpexplorer.ui.field.ClassPainter;
import mlpexplorer.ui.field.CurvePainter;
import mlpexplorer.ui.field.Domain;
import mlpexplorer.ui.field.FieldPainter;
import mlpexplorer.ui.field.SurfacePainter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The values at the cursor: x₁, x₂ and the probability of each class or the value of a regression,
/// in fields of fixed width so that nothing moves while they change. Fields are rebuilt only for
/// other data. With many classes, only the most probable ones are listed by name.
final class Readout extends WrappingRow {
    /// With more classes than this, probabilities have two decimals.
    private static final int FEW = 5;

    /// With more classes than this, not every class has its own field.
    private static final int MANY = 10;

    private static final int LIKELIEST = 3;
    private static final int TICKS = 10;

    private record Key(
            Domain domain,
            String across,
            Optional<String> up,
            List<String> classNames,
            FieldPainter painter) {}

    private final List<FixedWidthText> probabilities = new ArrayList<>();
    private final List<FixedWidthText> names = new ArrayList<>();
    private Optional<Key> shown = Optional.empty();
    private FixedWidthText x = number("boundary-x1", "");
    private FixedWidthText y = number("boundary-x2", "");
    private FixedWidthText value = number("boundary-value", "");
    private double valueStep = 1;
    private double xStep = 1;
    private double yStep = 1;
    private int decimals = 3;

    Readout() {
        super("boundary-readout");
    }

    void show(Content.Plane plane, FieldPainter painter) {
        Key wanted =
                new Key(
                        plane.domain(),
                        BoundaryText.shortAxis(plane, true),
                        painter instanceof CurvePainter
                                ? Optional.empty()
                                : Optional.of(BoundaryText.shortAxis(plane, false)),
                        plane.dataset().classNames(),
                        painter);
        if (shown.filter(wanted::equals).isEmpty()) {
            shown = Optional.of(wanted);
            fill(wanted);
            write(Optional.empty());
        }
    }

    void clear() {
        shown = Optional.empty();
        getChildren().clear();
        probabilities.clear();
        names.clear();
    }

    private void fill(Key key) {
        Domain domain = key.domain();
        xStep = NiceTicks.step(domain.right() - domain.left(), TICKS);
        yStep = NiceTicks.step(domain.top() - domain.bottom(), TICKS);
        decimals = key.classNames().size() <= FEW ? 3 : 2;
        x = number("boundary-x1", widest(domain.left(), domain.right(), xStep));
        y = number("boundary-x2", widest(domain.bottom(), domain.top(), yStep));
        getChildren().setAll(place(new Label(key.across()), x));
        key.up().ifPresent(up -> getChildren().add(place(new Label(up), y)));
        probabilities.clear();
        names.clear();
        switch (key.painter()) {
            case ClassPainter classes -> {
                getChildren().add(new Label(BoundaryText.text("readout.p")));
                if (key.classNames().size() > MANY) {
                    addLikeliest(key.classNames());
                } else {
                    addAll(key, classes.colors());
                }
            }
            case SurfacePainter surface -> addValue(surface.low(), surface.high());
            case CurvePainter _ -> addValue(domain.bottom(), domain.top());
        }
    }

    private void addValue(double low, double high) {
        valueStep = NiceTicks.step(high - low, 10 * TICKS);
        value = number("boundary-value", "-" + widest(low, high, valueStep));
        getChildren().add(place(new Label(BoundaryText.text("readout.value")), value));
    }

    private void addAll(Key key, ClassColors colors) {
        for (int c = 0; c < key.classNames().size(); c++) {
            Label name = new Label("", Legend.marker(c, colors));
            name.setAccessibleText(
                    BoundaryText.text(
                            "readout.probability",
                            BoundaryText.className(key.classNames().get(c))));
            probabilities.add(number("boundary-p" + c, probability(1)));
            getChildren().add(place(name, probabilities.get(c)));
        }
    }

    private void addLikeliest(List<String> classNames) {
        String widest =
                classNames.stream()
                        .map(name -> Legend.shortened(name, classNames.size()))
                        .max(Comparator.comparingInt(String::length))
                        .orElse("");
        for (int rank = 0; rank < LIKELIEST; rank++) {
            names.add(number("boundary-likely" + rank, widest));
            probabilities.add(number("boundary-p" + rank, probability(1)));
            getChildren().add(place(names.get(rank), probabilities.get(rank)));
        }
    }

    private static FixedWidthText number(String id, String template) {
        FixedWidthText number = new FixedWidthText(template, "boundary-number", HPos.RIGHT);
        number.setId(id);
        return number;
    }

    /// Shows a prediction, or dashes.
    void write(Optional<Prediction> reading) {
        x.setText(reading.map(at -> Numbers.betweenTicks(at.x(), xStep)).orElse(Numbers.NONE));
        y.setText(reading.map(at -> Numbers.betweenTicks(at.y(), yStep)).orElse(Numbers.NONE));
        value.setText(
                reading.map(at -> Numbers.betweenTicks(at.outputs()[0], valueStep))
                        .orElse(Numbers.NONE));
        int[] order = reading.map(at -> order(at.outputs())).orElse(new int[0]);
        for (int i = 0; i < probabilities.size(); i++) {
            int label = i < order.length ? order[i] : 0;
            probabilities
                    .get(i)
                    .setText(
                            reading.map(at -> probability(at.outputs()[label]))
                                    .orElse(Numbers.NONE));
            if (i < names.size()) {
                names.get(i)
                        .setText(
                                reading.flatMap(_ -> shown.map(Key::classNames))
                                        .map(all -> Legend.shortened(all.get(label), all.size()))
                                        .orElse(""));
            }
        }
    }

    /// The classes in the order of their fields: their own order, or the most probable first if
    /// only some are shown.
    private int[] order(double[] p) {
        IntStream classes = IntStream.range(0, p.length);
        return names.isEmpty()
                ? classes.toArray()
                : classes.boxed()
                        .sorted(Comparator.comparingDouble(c -> -p[c]))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    private String probability(double p) {
        return Numbers.fixed(p, decimals);
    }

    private static String widest(double from, double to, double step) {
        String low = Numbers.betweenTicks(from, step);
        String high = Numbers.betweenTicks(to, step);
        return low.length() > high.length() ? low : high;
    }

    private static Node place(Node name, FixedWidthText number) {
        HBox place = new HBox(name, number);
        place.getStyleClass().add("boundary-reading");
        return place;
    }
}
