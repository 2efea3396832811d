package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Moments are taken over 200 × 300 = 60,000 weights: their deviation is known to 0.3 %, kurtosis
/// to 0.02.
class InitializerTest {
    private static final int FAN_IN = 200;
    private static final int FAN_OUT = 300;
    private static final double NORMAL_KURTOSIS = 3;
    private static final double UNIFORM_KURTOSIS = 1.8;

    @ParameterizedTest
    @MethodSource("deviations")
    void momentsAreThoseOfTheDistribution(
            Initializer initializer, double deviation, double kurtosis) {
        double[] w = draw(initializer, 1);
        double measured = Math.sqrt(moment(w, 2));
        assertThat(moment(w, 1)).isCloseTo(0, within(0.02 * deviation));
        assertThat(measured).isCloseTo(deviation, within(0.01 * deviation));
        assertThat(moment(w, 4) / Math.pow(measured, 4)).isCloseTo(kurtosis, within(0.08));
    }

    static Stream<Object[]> deviations() {
        return Stream.of(
                new Object[] {new Initializer.Gaussian(0.01), 0.01, NORMAL_KURTOSIS},
                new Object[] {new Initializer.Scaled(), Math.sqrt(1.0 / 200), NORMAL_KURTOSIS},
                new Object[] {new Initializer.He(), Math.sqrt(2.0 / 200), NORMAL_KURTOSIS},
                new Object[] {new Initializer.Xavier(), Math.sqrt(2.0 / 500), UNIFORM_KURTOSIS},
                new Object[] {new Initializer.Uniform(0.5), 0.5 / Math.sqrt(3), UNIFORM_KURTOSIS});
    }

    @Test
    void uniformOnesFillTheirRangeAndStayInIt() {
        assertThat(Arrays.stream(draw(new Initializer.Uniform(0.5), 2)).max().getAsDouble())
                .isBetween(0.4999, 0.5);
        assertThat(Arrays.stream(draw(new Initializer.Uniform(0.5), 2)).min().getAsDouble())
                .isBetween(-0.5, -0.4999);
        double limit = Math.sqrt(6.0 / 500);
        assertThat(
                        Arrays.stream(draw(new Initializer.Xavier(), 2))
                                .map(Math::abs)
                                .max()
                                .getAsDouble())
                .isBetween(0.999 * limit, limit);
    }

    @Test
    void zerosAreZeros() {
        double[] w = {1, 2};
        new Initializer.Zeros().fill(w, 0, 1, 2, new RandomStream(1));
        assertThat(w).containsExactly(0, 0);
    }

    @Test
    void everyInitializerRepeatsItselfAndHearsTheSeed() {
        List<Initializer> all =
                Arrays.stream(Initializer.class.getPermittedSubclasses())
                        .map(type -> (Initializer) Nets.withDefaults(type))
                        .toList();
        assertThat(all).hasSize(6);
        for (Initializer initializer : all) {
            assertThat(Arrays.equals(draw(initializer, 5), draw(initializer, 5))).isTrue();
            if (!(initializer instanceof Initializer.Zeros)) {
                assertThat(Arrays.equals(draw(initializer, 5), draw(initializer, 6))).isFalse();
            }
        }
    }

    @Test
    void defaultsAreThoseOfTheirSources() {
        assertThat(new Initializer.Gaussian()).isEqualTo(new Initializer.Gaussian(0.01));
        assertThat(new Initializer.Uniform()).isEqualTo(new Initializer.Uniform(0.5));
    }

    @Test
    void rangesOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> new Initializer.Gaussian(-1))
                .hasMessage("deviation is -1, but must be from 0 to 100.");
        assertThatThrownBy(() -> new Initializer.Uniform(101))
                .hasMessage("range is 101, but must be from 0 to 100.");
    }

    private static double[] draw(Initializer initializer, long seed) {
        double[] w = new double[FAN_IN * FAN_OUT];
        initializer.fill(w, 0, FAN_IN, FAN_OUT, new RandomStream(seed));
        return w;
    }

    private static double moment(double[] values, int power) {
        return Arrays.stream(values).map(value -> Math.pow(value, power)).sum() / values.length;
    }
}
