package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Random;
import java.util.stream.IntStream;

/// The path that is drawn reaches as high and as low as the samples of each pixel column do, within
/// a pixel to either side, whatever is shown of them and how.
class PeaksTest {
    private static final int WIDTH = 180;
    private static final double HEIGHT = 120;

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    /// A loss of many epochs with spikes and dips, at seconds that pass unevenly.
    private static Curve curve(Random random, boolean seconds) {
        int size = 2_000 + random.nextInt(30_000);
        double[] x = new double[size];
        double[] y = Curves.loss(size, 1.2, 0.01, 0.1, random.nextLong());
        for (int i = 1; i < size; i++) {
            x[i] =
                    seconds
                            ? x[i - 1]
                                    + random.nextDouble() * (random.nextInt(500) == 0 ? 50 : 0.001)
                            : i;
            y[i] *= random.nextInt(700) == 0 ? 30 : random.nextInt(700) == 0 ? 1e-3 : 1;
        }
        return Curve.of(x, y);
    }

    private static Curve smoothed(Curve curve) {
        Smoothed smoothed = new Smoothed(0.6);
        smoothed.extend(curve, curve.size());
        return smoothed;
    }

    private static Viewport window(Curve curve, Random random, AxisScale scale) {
        double end = curve.x(curve.size() - 1);
        double from = random.nextInt(3) == 0 ? 0 : random.nextDouble() * end * 0.8;
        double to = from + (end - from) * (0.02 + 0.98 * random.nextDouble());
        AxisRange y = scale == AxisScale.LOG ? new AxisRange(1e-5, 50) : new AxisRange(0, 50);
        return new Viewport(new AxisRange(from, to), AxisScale.LINEAR, y, scale, WIDTH, HEIGHT);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyColumnOfPixelsIsAsHighAndAsLowAsItsSamples(int seed) {
        Random random = new Random(seed);
        Curve raw = curve(random, seed % 2 == 1);
        Curve curve = seed / 2 % 2 == 1 ? smoothed(raw) : raw;
        Viewport view = window(curve, random, seed / 4 % 2 == 1 ? AxisScale.LOG : AxisScale.LINEAR);
        CurveLine drawn = new CurveLine();
        drawn.show(new CurveSeries("", CurveSeries.TRAIN, curve, false));
        drawn.extend(curve.size());
        drawn.draw(view, new MinMaxDecimator(), new CurveTracer());
        double[] top = filled(Double.POSITIVE_INFINITY);
        double[] bottom = filled(Double.NEGATIVE_INFINITY);
        for (PathElement element : ((Path) drawn.lines().getLast()).getElements()) {
            switch (element) {
                case MoveTo move -> reach(move.getX(), move.getY(), top, bottom);
                case LineTo line -> reach(line.getX(), line.getY(), top, bottom);
                default -> {}
            }
        }
        double[] highest = filled(Double.POSITIVE_INFINITY);
        double[] lowest = filled(Double.NEGATIVE_INFINITY);
        for (int i = 0; i < curve.size(); i++) {
            if (curve.x(i) >= view.x().lower() && curve.x(i) <= view.x().upper()) {
                reach(view.px(curve.x(i)), view.py(curve.y(i)), highest, lowest);
            }
        }
        for (int column = 0; column < WIDTH; column++) {
            int from = Math.max(0, column - 1);
            int to = Math.min(WIDTH, column + 2);
            if (Double.isFinite(highest[column])) {
                assertThat(
                                IntStream.range(from, to)
                                        .mapToDouble(near -> top[near])
                                        .min()
                                        .orElseThrow())
                        .as("top of column " + column)
                        .isLessThanOrEqualTo(highest[column] + 1e-9);
                assertThat(
                                IntStream.range(from, to)
                                        .mapToDouble(near -> bottom[near])
                                        .max()
                                        .orElseThrow())
                        .as("bottom of column " + column)
                        .isGreaterThanOrEqualTo(lowest[column] - 1e-9);
            }
        }
    }

    private static double[] filled(double value) {
        return IntStream.range(0, WIDTH).mapToDouble(_ -> value).toArray();
    }

    private static void reach(double px, double py, double[] top, double[] bottom) {
        int column = (int) Math.floor(px + 1e-9);
        if (px >= 0 && column < WIDTH) {
            top[column] = Math.min(top[column], py);
            bottom[column] = Math.max(bottom[column], py);
        }
    }
}
