package mlpexplorer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.nn.Samples;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class MoonsTest {
    private final Samples points = new DataSpec.Moons(4000, 0).generate(1).samples();

    @Test
    void eachMoonIsAHalfCircle() {
        for (int row = 0; row < points.rows(); row++) {
            double side = points.label(row) == 0 ? 1 : -1;
            double x = side * points.feature(row, 0) + 1.5;
            double y = side * points.feature(row, 1) + 0.75;
            assertThat(Math.hypot(x, y)).isCloseTo(3, within(1e-12));
            assertThat(y).isGreaterThanOrEqualTo(-1e-12);
        }
    }

    @Test
    void theEndsOfEachReachIntoTheOther() {
        double lowestOfUpper =
                IntStream.range(0, 4000)
                        .filter(row -> points.label(row) == 0)
                        .mapToDouble(row -> points.feature(row, 1))
                        .min()
                        .orElseThrow();
        double highestOfLower =
                IntStream.range(0, 4000)
                        .filter(row -> points.label(row) == 1)
                        .mapToDouble(row -> points.feature(row, 1))
                        .max()
                        .orElseThrow();
        assertThat(lowestOfUpper).isCloseTo(-0.75, within(0.02));
        assertThat(highestOfLower).isCloseTo(0.75, within(0.02));
    }

    @Test
    void classesTakeTurns() {
        assertThat(IntStream.range(0, 4000)).allMatch(row -> points.label(row) == row % 2);
    }
}
