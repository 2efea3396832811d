package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class NearestTest {
    private final Curve curve = Curves.of(10, 11, 12, 13);

    @ParameterizedTest
    @CsvSource({"-5, 0", "0.4, 0", "0.6, 1", "2.2, 2", "99, 3"})
    void theNearestSampleIsFound(double x, int index) {
        assertThat(Nearest.index(curve, x)).hasValue(index);
    }

    @Test
    void anEmptyCurveHasNone() {
        assertThat(Nearest.index(Curves.of(), 1)).isEmpty();
    }

    @Test
    void amongSeveralCurvesTheNearestSampleOfAllCounts() {
        List<CurveSeries> series =
                List.of(
                        new CurveSeries("short", CurveSeries.TRAIN, Curves.of(1, 2), false),
                        new CurveSeries("long", CurveSeries.TRAIN, curve, true));
        assertThat(Nearest.x(series, 2.8, view(AxisScale.LINEAR))).hasValue(3);
    }

    @Test
    void onALogarithmicAxisTheSampleThatIsSeenNearestCounts() {
        List<CurveSeries> series =
                List.of(
                        new CurveSeries(
                                "rates",
                                CurveSeries.TRAIN,
                                Curve.of(new double[] {0.001, 0.1}, new double[] {1, 2}),
                                false));
        assertThat(Nearest.x(series, 0.03, view(AxisScale.LINEAR))).hasValue(0.001);
        assertThat(Nearest.x(series, 0.03, view(AxisScale.LOG))).hasValue(0.1);
    }

    private static Viewport view(AxisScale across) {
        return new Viewport(
                new AxisRange(0.001, 10), across, AutoRange.UNIT, AxisScale.LINEAR, 100, 100);
    }

    @Test
    void aCurveHasNoValueBeyondItsEnd() {
        assertThat(Nearest.y(curve, 3)).isEqualTo(13);
        assertThat(Nearest.y(curve, 4)).isNaN();
    }
}
