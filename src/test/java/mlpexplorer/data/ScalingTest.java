package mlpexplorer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.nn.Samples;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class ScalingTest {
    private static final SplitSpec STANDARDISED = new SplitSpec(0.6, 0.2, 0.2, true);

    @Test
    void theTrainingPartHasMeanZeroAndDeviationOne() {
        Samples train = new Split(new DataSpec.Xor(300, 0.1).generate(2), STANDARDISED, 3).train();
        for (int column = 0; column < 2; column++) {
            assertThat(mean(train, column)).isCloseTo(0, within(1e-14));
            assertThat(deviation(train, column)).isCloseTo(1, within(1e-14));
        }
    }

    @Test
    void theOtherPartsAreScaledByTheTrainingPart() {
        Dataset dataset = new DataSpec.Xor(300, 0.1).generate(2);
        Split scaled = new Split(dataset, STANDARDISED, 3);
        Split raw = new Split(dataset, new SplitSpec(0.6, 0.2, 0.2, false), 3);
        double mean = mean(raw.train(), 1);
        double deviation = deviation(raw.train(), 1);
        assertThat(scaled.scaling().mean(1)).isCloseTo(mean, within(1e-14));
        assertThat(scaled.scaling().deviation(1)).isCloseTo(deviation, within(1e-14));
        assertThat(
                        IntStream.range(0, 60)
                                .mapToDouble(row -> scaled.test().feature(row, 1))
                                .toArray())
                .containsExactly(
                        IntStream.range(0, 60)
                                .mapToDouble(row -> (raw.test().feature(row, 1) - mean) / deviation)
                                .toArray(),
                        within(1e-13));
        assertThat(mean(scaled.test(), 1)).isNotCloseTo(0, within(1e-6));
    }

    @Test
    void withoutStandardizationFeaturesStayAsTheyAre() {
        Split split =
                new Split(
                        new DataSpec.Xor(300, 0.1).generate(2),
                        new SplitSpec(0.6, 0.2, 0.2, false),
                        3);
        assertThat(split.scaling().mean(0)).isZero();
        assertThat(split.scaling().deviation(0)).isEqualTo(1);
        assertThat(split.scaling().scale(1, 0.1 + 0.2)).isEqualTo(0.1 + 0.2);
    }

    @Test
    void theDeviationIsThatOfThePopulation() {
        Scaling scaling =
                Scaling.of(column(2, 4, 4, 4, 5, 5, 7, 9), new int[] {0, 1, 2, 3, 4, 5, 6, 7}, 8);
        assertThat(scaling.mean(0)).isEqualTo(5);
        assertThat(scaling.deviation(0)).isEqualTo(2);
        assertThat(scaling.scale(0, 9)).isEqualTo(2);
    }

    @Test
    void onlyTheFirstRowsOfTheOrderAreLookedAt() {
        Scaling scaling = Scaling.of(column(1, 1e6, 3, 1e6), new int[] {2, 0, 1, 3}, 2);
        assertThat(scaling.mean(0)).isEqualTo(2);
        assertThat(scaling.deviation(0)).isEqualTo(1);
    }

    /// The mean of many equal values may miss them by its rounding; that must not become a
    /// deviation.
    @Test
    void aConstantColumnIsOnlyCentered() {
        for (double value : new double[] {0, 0.1, -1.0 / 3, 1e9 + 0.7}) {
            double[] values = IntStream.range(0, 99).mapToDouble(_ -> value).toArray();
            Scaling scaling = Scaling.of(column(values), IntStream.range(0, 99).toArray(), 99);
            assertThat(scaling.deviation(0)).isEqualTo(1);
            assertThat(scaling.scale(0, value)).isCloseTo(0, within(1e-15 * Math.abs(value) * 99));
            assertThat(scaling.scale(0, value + 2)).isCloseTo(2, within(1e-5));
        }
    }

    @Test
    void differencesTooSmallToSquareAreNoDeviation() {
        Scaling scaling = Scaling.of(column(0, 1e-300), new int[] {0, 1}, 2);
        assertThat(scaling.scale(0, 1)).isEqualTo(1);
    }

    @Test
    void oneTrainingRowIsConstant() {
        Dataset dataset = new Dataset(column(7, 8, 9, 10), List.of("x"), List.of("a", "b"));
        assertThat(
                        new Split(dataset, new SplitSpec(0.25, 0.5, 0.25, true), 1)
                                .train()
                                .feature(0, 0))
                .isZero();
    }

    private static Samples column(double... values) {
        return new Samples(values, 1, new int[values.length]);
    }

    private static double mean(Samples samples, int column) {
        return IntStream.range(0, samples.rows())
                .mapToDouble(row -> samples.feature(row, column))
                .average()
                .getAsDouble();
    }

    private static double deviation(Samples samples, int column) {
        double mean = mean(samples, column);
        return Math.sqrt(
                IntStream.range(0, samples.rows())
                        .mapToDouble(row -> Math.pow(samples.feature(row, column) - mean, 2))
                        .average()
                        .getAsDouble());
    }
}
