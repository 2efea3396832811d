package mlpexplorer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.nn.Samples;

import org.junit.jupiter.api.Test;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

class CirclesTest {
    private final Samples points = new DataSpec.Circles(5000, 0).generate(1).samples();

    @Test
    void theInnerClassLiesWithinTwoAndAHalf() {
        assertThat(radii(0)).allMatch(radius -> radius >= 0 && radius < 2.5 + 1e-12);
        assertThat(radii(0).average().getAsDouble()).isCloseTo(1.25, within(0.05));
    }

    @Test
    void theOuterClassLiesBetweenThreeAndAHalfAndFive() {
        assertThat(radii(1)).allMatch(radius -> radius >= 3.5 - 1e-12 && radius < 5 + 1e-12);
        assertThat(radii(1).average().getAsDouble()).isCloseTo(4.25, within(0.03));
    }

    @Test
    void theTwoClassesAreEquallyLarge() {
        assertThat(radii(0).count()).isEqualTo(2500);
        assertThat(radii(1).count()).isEqualTo(2500);
    }

    @Test
    void anglesAreUniform() {
        int[] octants = new int[8];
        for (int row = 0; row < points.rows(); row++) {
            double angle = Math.atan2(points.feature(row, 1), points.feature(row, 0)) + Math.PI;
            octants[Math.min(7, (int) (angle / Math.PI * 4))]++;
        }
        assertThat(IntStream.of(octants)).allMatch(count -> Math.abs(count - 625) < 100);
    }

    private DoubleStream radii(int label) {
        return IntStream.range(0, points.rows())
                .filter(row -> points.label(row) == label)
                .mapToDouble(row -> Math.hypot(points.feature(row, 0), points.feature(row, 1)));
    }
}
