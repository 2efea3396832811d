package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class CurveTracerTest {
    private static final double WIDTH = 100;
    private static final double HEIGHT = 50;

    private final Path path = new Path();
    private final PathBuilder pen = new PathBuilder(path);
    private final CurveTracer tracer = new CurveTracer();

    private Viewport view(double lastX) {
        return new Viewport(
                new AxisRange(0, lastX),
                AxisScale.LINEAR,
                new AxisRange(0, 1),
                AxisScale.LINEAR,
                WIDTH,
                HEIGHT);
    }

    private Columns columns(Curve curve, Viewport view) {
        return new MinMaxDecimator()
                .decimate(curve, new MinMaxPyramid().extend(curve), view.columns(), new Columns());
    }

    private List<PathElement> line(Curve curve, double lastX) {
        pen.begin();
        tracer.line(curve, columns(curve, view(lastX)), view(lastX), pen);
        pen.end();
        return path.getElements();
    }

    private List<PathElement> outline(Curve curve, double lastX) {
        pen.begin();
        tracer.outline(curve, columns(curve, view(lastX)), view(lastX), pen);
        pen.end();
        return path.getElements();
    }

    private static String described(PathElement element) {
        return switch (element) {
            case MoveTo move -> "M %.0f,%.0f".formatted(move.getX(), move.getY());
            case LineTo line -> "L %.0f,%.0f".formatted(line.getX(), line.getY());
            case ClosePath _ -> "Z";
            default -> throw new AssertionError(element);
        };
    }

    @Test
    void aLineRunsThroughAllItsSamples() {
        assertThat(line(Curves.of(1, 0.5, 0), 4))
                .extracting(CurveTracerTest::described)
                .containsExactly("M 0,0", "L 25,25", "L 50,50");
    }

    @Test
    void aGapPartsTheLine() {
        assertThat(line(Curves.of(1, 1, Double.NaN, 0, 0), 4))
                .extracting(CurveTracerTest::described)
                .containsExactly("M 0,0", "L 25,0", "M 75,50", "L 100,50");
    }

    @Test
    void aLoneSampleIsAShortDash() {
        assertThat(line(Curves.of(1, Double.NaN, 0.5, Double.NaN), 4))
                .extracting(CurveTracerTest::described)
                .containsExactly("M 0,0", "L 2,0", "L -2,0", "M 50,25", "L 52,25", "L 48,25");
    }

    @Test
    void aShorterLineLeavesNothingOfTheLongerOne() {
        line(Curves.of(1, 0.5, 0, 0.5, 1), 4);
        assertThat(line(Curves.of(0, 1), 4))
                .extracting(CurveTracerTest::described)
                .containsExactly("M 0,50", "L 25,0");
    }

    @Test
    void anOutlineSpansEveryColumnAndTheSampleBeforeIt() {
        Random random = new Random(2);
        Curve curve = Curves.of(5_000, _ -> random.nextDouble());
        List<String> outline =
                outline(curve, 5_000).stream().map(CurveTracerTest::exactly).toList();
        Viewport view = view(5_000);
        Columns columns = columns(curve, view);
        for (int column = 1; column < columns.size(); column++) {
            double before = curve.y(columns.last(column - 1));
            double high = Math.max(before, curve.y(columns.highest(column)));
            double low = Math.min(before, curve.y(columns.lowest(column)));
            assertThat(outline)
                    .contains(String.valueOf(view.py(high)), String.valueOf(view.py(low)));
        }
    }

    private static String exactly(PathElement element) {
        return switch (element) {
            case MoveTo move -> String.valueOf(move.getY());
            case LineTo line -> String.valueOf(line.getY());
            default -> "";
        };
    }

    @Test
    void onlyALineLeadsFromOneBurstOfSamplesToTheNext() {
        // 100 samples within half a pixel, every 20 pixels.
        Curve bursts =
                new Curve() {
                    @Override
                    public int size() {
                        return 600;
                    }

                    @Override
                    public double x(int index) {
                        return index / 100 * 20 + index % 100 / 200.0;
                    }

                    @Override
                    public double y(int index) {
                        return index % 2 == 0 ? 0.2 : 0.8;
                    }
                };
        List<PathElement> outline = outline(bursts, 100);
        for (double x : new double[] {5, 10, 15, 50, 70}) {
            List<Double> crossings = crossings(outline, x);
            assertThat(crossings.getLast() - crossings.getFirst()).as("at %s", x).isLessThan(1e-9);
        }
    }

    /// The y at which the edges of the outline cross `x`, ascending.
    private static List<Double> crossings(List<PathElement> outline, double x) {
        List<Double> crossings = new ArrayList<>();
        double beforeX = 0;
        double beforeY = 0;
        for (PathElement element : outline) {
            switch (element) {
                case MoveTo move -> {
                    beforeX = move.getX();
                    beforeY = move.getY();
                }
                case LineTo line -> {
                    if (beforeX < x != line.getX() < x) {
                        double share = (x - beforeX) / (line.getX() - beforeX);
                        crossings.add(beforeY + share * (line.getY() - beforeY));
                    }
                    beforeX = line.getX();
                    beforeY = line.getY();
                }
                default -> {}
            }
        }
        crossings.sort(null);
        return crossings;
    }

    @Test
    void theOutlineOfASmoothCurveIsNoWiderThanTheCurve() {
        Curve curve = Curves.of(5_000, i -> 1 - i / 5_000.0);
        for (PathElement element : outline(curve, 5_000)) {
            if (element instanceof LineTo line) {
                assertThat(line.getY()).isCloseTo(line.getX() * HEIGHT / WIDTH, offset(1e-9));
            }
        }
    }

    @Test
    void eachRunHasItsOwnOutline() {
        Curve curve = Curves.of(1_000, i -> i >= 400 && i < 600 ? Double.NaN : 0.5);
        assertThat(outline(curve, 1_000)).filteredOn(ClosePath.class::isInstance).hasSize(2);
    }

    @Test
    void samplesCrowdOnceTheyOutnumberThePixels() {
        assertThat(CurveTracer.isCrowded(columns(Curves.of(100, _ -> 1), view(100)))).isFalse();
        assertThat(CurveTracer.isCrowded(columns(Curves.of(200, _ -> 1), view(200)))).isTrue();
    }
}
