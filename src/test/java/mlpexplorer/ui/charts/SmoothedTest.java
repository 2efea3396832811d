package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

class SmoothedTest {
    private static Smoothed smoothed(double weight, double... y) {
        Smoothed smoothed = new Smoothed(weight);
        smoothed.extend(Curves.of(y), y.length);
        return smoothed;
    }

    private static double[] values(Curve curve) {
        return IntStream.range(0, curve.size()).mapToDouble(curve::y).toArray();
    }

    @Test
    void itIsTheAverageWeightedByThePowersOfTheWeight() {
        // (4 · ½² + 2 · ½ + 1) / (½² + ½ + 1), computed by hand
        assertThat(values(smoothed(0.5, 4, 2, 1)))
                .containsExactly(new double[] {4, 8.0 / 3, 3 / 1.75}, within(1e-15));
    }

    @Test
    void aConstantCurveStaysAsItIs() {
        assertThat(values(smoothed(0.99, 3, 3, 3, 3)))
                .containsExactly(new double[] {3, 3, 3, 3}, within(1e-14));
    }

    @Test
    void samplesThatAreNotFinitePassThroughAndDoNotCount() {
        assertThat(values(smoothed(0.5, 4, Double.NaN, 2, Double.POSITIVE_INFINITY)))
                .containsExactly(4, Double.NaN, (4 * 0.5 + 2) / 1.5, Double.POSITIVE_INFINITY);
    }

    @Test
    void goingOnInPiecesGivesTheSameAsAtOnce() {
        double[] y = new Random(5).doubles(2_000).toArray();
        Smoothed pieces = new Smoothed(0.9);
        while (pieces.size() < y.length) {
            assertThat(pieces.extend(Curves.of(y), 300)).isBetween(1, 300);
        }
        assertThat(values(pieces)).isEqualTo(values(smoothed(0.9, y)));
    }

    @Test
    void aSmoothedCurveStaysWithinTheExtremesOfItsSamples() {
        double[] y = new Random(6).doubles(500).toArray();
        assertThat(Arrays.stream(values(smoothed(0.97, y))).boxed())
                .allSatisfy(value -> assertThat(value).isBetween(0.0, 1.0));
    }

    @Test
    void aLongCurveAppearsSmoothedWhenAllOfItIsAndTheOneBeforeStaysTillThen() {
        Curve curve = Curves.of(1_000, i -> i);
        CurveLine line = new CurveLine();
        line.show(new CurveSeries("a", "train", curve, false));
        line.smooth(0.5, 2_000);
        Curve first = line.smoothed().orElseThrow();
        line.smooth(0.9, 600);
        assertThat(line.smoothed()).containsSame(first);
        assertThat(line.isUnfinished()).isTrue();
        line.smooth(0.9, 600);
        assertThat(line.smoothed().orElseThrow().y(999)).isCloseTo(990, within(0.01));
        line.smooth(0.9, 600);
        assertThat(line.isUnfinished()).isFalse();
    }

    @Test
    void aRewoundCurveIsSmoothedAnew() {
        Curves.Growing curve = Curves.growing(1, 2, 3, 4).grow(4);
        CurveLine line = new CurveLine();
        line.show(new CurveSeries("a", "train", curve, false));
        line.smooth(0.5, 100);
        curve.rewind(2);
        line.show(new CurveSeries("a", "train", curve, false));
        line.smooth(0.5, 100);
        assertThat(line.smoothed().orElseThrow().size()).isEqualTo(2);
    }
}
