package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        List<CurveSeries> series = List.of(
                new CurveSeries("short", CurveSeries.TRAIN, Curves.of(1, 2), false),
                new CurveSeries("long", CurveSeries.TRAIN, curve, true));
        assertThat(Nearest.x(series, 2.8)).hasValue(3);
    }

    @Test
    void aCurveHasNoValueBeyondItsEnd() {
        assertThat(Nearest.y(curve, 3)).isEqualTo(13);
        assertThat(Nearest.y(curve, 4)).isNaN();
    }
}
