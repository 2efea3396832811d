package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class BandTest {
    private static List<Double> values(Curve curve) {
        return IntStream.range(0, curve.size()).mapToObj(curve::y).toList();
    }

    @Test
    void itIsTheMeanAndTheSampleDeviationAtEachX() {
        Band band = Band.of(List.of(Curves.of(1, 2), Curves.of(2, 2), Curves.of(3, 2)));
        assertThat(values(band.mean())).containsExactly(2.0, 2.0);
        assertThat(values(band.low())).containsExactly(1.0, 2.0);
        assertThat(values(band.high())).containsExactly(3.0, 2.0);
    }

    @Test
    void oneRunAloneHasNoWidth() {
        Band band = Band.of(List.of(Curves.of(4, 3, 2)));
        assertThat(values(band.low()))
                .isEqualTo(values(band.high()))
                .containsExactly(4.0, 3.0, 2.0);
    }

    @Test
    void aRunThatEndedCountsAsFarAsItGoes() {
        assertThat(values(Band.of(List.of(Curves.of(1, 1, 1), Curves.of(3))).mean()))
                .containsExactly(2.0, 1.0, 1.0);
    }

    @Test
    void aValueThatIsNotFiniteDoesNotCount() {
        Band band =
                Band.of(
                        List.of(
                                Curves.of(1, Double.NaN, 1),
                                Curves.of(3, Double.NaN, Double.POSITIVE_INFINITY)));
        assertThat(values(band.mean())).containsExactly(2.0, Double.NaN, 1.0);
    }

    @Test
    void aRunWithFewerSamplesIsInterpolated() {
        Curve thin = Curve.of(new double[] {0, 4}, new double[] {0, 8});
        assertThat(values(Band.of(List.of(Curves.of(0, 0, 0, 0, 0), thin)).mean()))
                .containsExactly(0.0, 1.0, 2.0, 3.0, 4.0);
    }

    @Test
    void runsThatNearlyAgreeLoseNoDigits() {
        Band band = Band.of(List.of(Curves.of(1e9 + 1), Curves.of(1e9 + 2), Curves.of(1e9 + 3)));
        assertThat(band.high().y(0) - band.mean().y(0)).isCloseTo(1, within(1e-6));
    }

    @Test
    void noRunsHaveAnEmptyBand() {
        assertThat(Band.of(List.of()).mean().size()).isZero();
    }

    @Test
    void theAreaReachesFromTheLowerToTheUpperCurve() {
        CurveLine.BandArea area = new CurveLine.BandArea();
        Band band = Band.of(List.of(Curves.of(0.2, 0.2, 0.2), Curves.of(0.8, 0.8, 0.8)));
        area.take(Optional.of(band));
        area.extend(100);
        area.draw(
                new Viewport(
                        new AxisRange(0, 2),
                        AxisScale.LINEAR,
                        new AxisRange(0, 1),
                        AxisScale.LINEAR,
                        20,
                        100),
                new MinMaxDecimator(),
                new CurveTracer());
        List<Double> heights =
                area.path().getElements().stream()
                        .map(BandTest::y)
                        .filter(Double::isFinite)
                        .distinct()
                        .toList();
        double deviation = Math.sqrt(0.18);
        assertThat(heights).hasSize(2);
        assertThat(heights.getFirst()).isCloseTo(100 * (0.5 - deviation), within(1e-9));
        assertThat(heights.getLast()).isCloseTo(100 * (0.5 + deviation), within(1e-9));
    }

    private static double y(PathElement element) {
        return switch (element) {
            case MoveTo move -> move.getY();
            case LineTo line -> line.getY();
            default -> Double.NaN;
        };
    }
}
