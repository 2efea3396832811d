package mlpexplorer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.nn.Samples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.IntStream;

class SpiralTest {

    @Test
    void thePointsOfAnArmFollowTheFormula() {
        Samples points = new DataSpec.Spiral(300, 3, 1.75, 0).generate(1).samples();
        for (int row = 0; row < 300; row++) {
            int arm = points.label(row);
            double i = row / 3;
            double r = 5 * i / 100;
            double t = 1.75 * 2 * Math.PI * i / 100 + 2 * Math.PI * arm / 3;
            assertThat(points.feature(row, 0)).isCloseTo(r * Math.sin(t), within(1e-12));
            assertThat(points.feature(row, 1)).isCloseTo(r * Math.cos(t), within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void everyArmIsAClassOfItsOwnAndTheyDifferByOnePointAtMost(int arms) {
        Dataset spiral = new DataSpec.Spiral(299, arms, 1.75, 0).generate(1);
        assertThat(spiral.classes()).isEqualTo(arms);
        for (int arm = 0; arm < arms; arm++) {
            int label = arm;
            long count =
                    IntStream.range(0, 299)
                            .filter(row -> spiral.samples().label(row) == label)
                            .count();
            assertThat(count).isBetween((long) 299 / arms, (long) 299 / arms + 1);
        }
    }

    @Test
    void anArmOfAnyLengthBeginsAtTheCenterAndStaysInsideFive() {
        Samples points = new DataSpec.Spiral(7, 3, 1.75, 0).generate(1).samples();
        double[] radii =
                IntStream.range(0, 7)
                        .mapToDouble(
                                row -> Math.hypot(points.feature(row, 0), points.feature(row, 1)))
                        .toArray();
        assertThat(radii)
                .containsExactly(
                        new double[] {0, 0, 0, 5.0 / 3, 2.5, 2.5, 10.0 / 3}, within(1e-12));
    }

    @Test
    void moreTurnsWindFurther() {
        Samples one = new DataSpec.Spiral(100, 2, 1, 0).generate(1).samples();
        Samples two = new DataSpec.Spiral(100, 2, 2, 0).generate(1).samples();
        double half = Math.atan2(one.feature(50, 0), one.feature(50, 1));
        double whole = Math.atan2(two.feature(50, 0), two.feature(50, 1));
        assertThat(Math.abs(half)).isCloseTo(Math.PI, within(1e-9));
        assertThat(whole).isCloseTo(0, within(1e-9));
    }

    @Test
    void moreArmsThanPointsAreRefused() {
        assertThatThrownBy(() -> new DataSpec.Spiral(4, 5, 1.75, 0))
                .hasMessage("samples is 4, but 5 arms need at least 5.");
    }
}
