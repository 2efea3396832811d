package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

import mlpexplorer.nn.Score;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.MetricLog.Column;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/// A curve that follows a growing log is drawn as one that sees the log for the first time, though
/// the last rows are replaced by others and the log is thinned meanwhile.
class ThinnedLogTest {
    private static final int CAPACITY = 64;
    private static final int EPOCHS = 1_500;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aGrowingCurveIsDrawnAsAFreshOne(long seed) {
        Random random = new Random(seed);
        MetricLog log = new MetricLog(CAPACITY);
        CurveLine line = new CurveLine();
        double weight = seed % 2 == 0 ? 0.8 : 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Score loss = new Score(2 - epoch / 1000.0 + random.nextDouble(), 0.5);
            log.append(new EpochMetrics(epoch, epoch, loss, loss, loss, 0, 0.03), epoch);
            if (epoch > 0 && random.nextInt(3) == 0) {
                double end = seed % 3 == 0 ? EPOCHS : epoch;
                Viewport view =
                        new Viewport(
                                new AxisRange(end / 5 * (seed % 4), end),
                                AxisScale.LINEAR,
                                new AxisRange(0, 4),
                                AxisScale.LINEAR,
                                300,
                                100);
                CurveLine fresh = new CurveLine();
                for (CurveLine each : List.of(line, fresh)) {
                    each.show(
                            new CurveSeries(
                                    "a",
                                    "validation",
                                    new MetricCurve(log.view(), Column.VALIDATION_LOSS),
                                    false));
                    each.extend(EPOCHS);
                    each.smooth(weight, EPOCHS);
                    each.draw(view, new MinMaxDecimator(), new CurveTracer());
                }
                assertThat(points(line)).as("epoch " + epoch).isEqualTo(points(fresh));
                assertThat(lowest(line)).isEqualTo(lowest(fresh));
                assertThat(line.isUnfinished()).isEqualTo(fresh.isUnfinished());
            }
        }
    }

    private static double lowest(CurveLine line) {
        MinMaxPyramid.MinMax minMax = new MinMaxPyramid.MinMax();
        line.offer(Optional.empty(), minMax);
        return minMax.low();
    }

    private static List<String> points(CurveLine line) {
        return line.lines().stream()
                .map(Path.class::cast)
                .flatMap(path -> path.getElements().stream())
                .map(element ->
                        switch (element) {
                            case MoveTo move -> "M" + move.getX() + " " + move.getY();
                            case LineTo to -> "L" + to.getX() + " " + to.getY();
                            case ClosePath _ -> "Z";
                            default -> element.toString();
                        })
                .toList();
    }
}
