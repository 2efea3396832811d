package mlpexplorer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mlpexplorer.nn.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every dataset specification promises; those with a constructor of defaults are found by reflection.
class DataSpecContractTest {
    private static final List<DataSpec> DRAWN_BY_SEED = List.of(new DataSpec.Circles(), new DataSpec.Xor());

    static Stream<DataSpec> specs() {
        return Arrays.stream(DataSpec.class.getPermittedSubclasses()).flatMap(DataSpecContractTest::withDefaults);
    }

    private static Stream<DataSpec> withDefaults(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors()).filter(constructor -> constructor.getParameterCount() == 0)
                .map(DataSpecContractTest::call);
    }

    private static DataSpec call(Constructor<?> constructor) {
        try {
            return (DataSpec) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void whatIsAnnouncedIsGenerated(DataSpec spec) {
        Dataset dataset = spec.generate(1);
        assertThat(dataset.rows()).isEqualTo(spec.rows());
        assertThat(dataset.classes()).isEqualTo(spec.classes());
        assertThat(dataset.samples().columns()).isEqualTo(spec.features());
        assertThat(dataset.featureNames()).hasSize(spec.features());
        assertThat(IntStream.range(0, dataset.rows()).map(dataset.samples()::label).distinct().sorted())
                .containsExactly(IntStream.range(0, spec.classes()).boxed().toArray(Integer[]::new));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void theSameSeedGivesTheSameBits(DataSpec spec) {
        assertThat(rows(spec.generate(5))).isEqualTo(rows(spec.generate(5)));
    }

    @ParameterizedTest
    @MethodSource("drawnBySeed")
    void anotherSeedGivesOtherPoints(DataSpec spec) {
        assertThat(rows(spec.generate(5))).doesNotContainAnyElementsOf(rows(spec.generate(6)));
    }

    static Stream<DataSpec> drawnBySeed() {
        return DRAWN_BY_SEED.stream();
    }

    @Test
    void theSeedOfASpiralMovesItsNoiseOnly() {
        assertThat(rows(new DataSpec.Spiral(90, 3, 1.75, 0).generate(1)))
                .isEqualTo(rows(new DataSpec.Spiral(90, 3, 1.75, 0).generate(2)));
        assertThat(rows(new DataSpec.Spiral(90, 3, 1.75, 0.1).generate(1)))
                .doesNotContainAnyElementsOf(rows(new DataSpec.Spiral(90, 3, 1.75, 0.1).generate(2)));
    }

    @Test
    void moreSamplesKeepTheEarlierPoints() {
        assertThat(rows(new DataSpec.Circles(200, 0.2).generate(7)))
                .isEqualTo(rows(new DataSpec.Circles(1000, 0.2).generate(7)).subList(0, 200));
        assertThat(rows(new DataSpec.Xor(200, 0.2).generate(7)))
                .isEqualTo(rows(new DataSpec.Xor(1000, 0.2).generate(7)).subList(0, 200));
    }

    @ParameterizedTest
    @MethodSource("noisy")
    void noiseNeverRelabels(DoubleFunction<DataSpec> noisy) {
        Samples quiet = noisy.apply(0).generate(4).samples();
        Samples loud = noisy.apply(0.5).generate(4).samples();
        assertThat(IntStream.range(0, 500)).allMatch(row -> loud.label(row) == quiet.label(row));
    }

    @ParameterizedTest
    @MethodSource("noisy")
    void twiceTheNoiseMovesEveryPointTwiceAsFarTheSameWay(DoubleFunction<DataSpec> noisy) {
        Samples quiet = noisy.apply(0).generate(4).samples();
        Samples some = noisy.apply(0.2).generate(4).samples();
        Samples twice = noisy.apply(0.4).generate(4).samples();
        for (int row = 0; row < 500; row++) {
            for (int column = 0; column < 2; column++) {
                double moved = some.feature(row, column) - quiet.feature(row, column);
                assertThat(twice.feature(row, column) - quiet.feature(row, column)).isCloseTo(2 * moved, within(1e-14));
                assertThat(moved).isNotZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("noisy")
    void noiseIsADeviationInDomainUnits(DoubleFunction<DataSpec> noisy) {
        Samples quiet = noisy.apply(0).generate(4).samples();
        Samples loud = noisy.apply(0.5).generate(4).samples();
        double squares = IntStream.range(0, 1000)
                .mapToDouble(k -> Math.pow(loud.feature(k / 2, k % 2) - quiet.feature(k / 2, k % 2), 2)).sum();
        assertThat(Math.sqrt(squares / 1000)).isCloseTo(0.5, within(0.04));
    }

    @ParameterizedTest
    @MethodSource("noisy")
    void noiseHasNothingToDoWithThePosition(DoubleFunction<DataSpec> noisy) {
        Samples quiet = noisy.apply(0).generate(4).samples();
        Samples loud = noisy.apply(0.5).generate(4).samples();
        double product = IntStream.range(0, 500)
                .mapToDouble(row -> (loud.feature(row, 0) - quiet.feature(row, 0)) * quiet.feature(row, 0)).average().getAsDouble();
        double spread = IntStream.range(0, 500).mapToDouble(row -> Math.pow(quiet.feature(row, 0), 2)).average().getAsDouble();
        assertThat(product / (0.5 * Math.sqrt(spread))).isCloseTo(0, within(0.15));
    }

    /// Sets of 500 points, by their noise.
    static Stream<DoubleFunction<DataSpec>> noisy() {
        return Stream.of(
                noise -> new DataSpec.Circles(500, noise),
                noise -> new DataSpec.Spiral(500, 3, 1.75, noise),
                noise -> new DataSpec.Xor(500, noise));
    }

    /// Adding 0 turns −0 into 0.
    private static List<List<Double>> rows(Dataset dataset) {
        Samples samples = dataset.samples();
        return IntStream.range(0, samples.rows())
                .mapToObj(row -> IntStream.range(0, samples.columns()).mapToObj(column -> samples.feature(row, column) + 0.0).toList())
                .toList();
    }
}
