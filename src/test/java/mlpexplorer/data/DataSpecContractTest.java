package mlpexplorer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The contract of every two-dimensional dataset; those with a no-argument constructor are found by
/// reflection.
class DataSpecContractTest {
    private static final List<DataSpec.Synthetic> DRAWN_BY_SEED =
            List.of(
                    new DataSpec.Circles(),
                    new DataSpec.Moons(),
                    new DataSpec.Gaussians(),
                    new DataSpec.Xor());

    static Stream<DataSpec.Synthetic> specs() {
        return Stream.of(DataSpec.Plane.class, DataSpec.Generated.class)
                .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
                .distinct()
                .flatMap(DataSpecContractTest::withDefaults);
    }

    private static Stream<DataSpec.Synthetic> withDefaults(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> constructor.getParameterCount() == 0)
                .map(DataSpecContractTest::call);
    }

    private static DataSpec.Synthetic call(Constructor<?> constructor) {
        try {
            return (DataSpec.Synthetic) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void whatIsAnnouncedIsGenerated(DataSpec.Synthetic spec) {
        Dataset dataset = spec.generate(1);
        assertThat(dataset.shape())
                .isEqualTo(new DataShape(spec.rows(), spec.features(), spec.task()));
        assertThat(spec.shape()).contains(dataset.shape());
        assertThat(dataset.samples().columns()).isEqualTo(spec.features());
        assertThat(dataset.featureNames()).hasSize(spec.features());
        if (spec.task() instanceof Task.Classification(int classes)) {
            assertThat(
                            IntStream.range(0, dataset.rows())
                                    .map(dataset.samples()::label)
                                    .distinct()
                                    .sorted())
                    .containsExactly(IntStream.range(0, classes).boxed().toArray(Integer[]::new));
        } else {
            assertThat(
                            IntStream.range(0, dataset.rows())
                                    .mapToDouble(dataset.samples()::target)
                                    .distinct()
                                    .count())
                    .isGreaterThan(1);
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void theSameSeedGivesTheSameBits(DataSpec.Synthetic spec) {
        assertThat(rows(spec.generate(5))).isEqualTo(rows(spec.generate(5)));
    }

    @ParameterizedTest
    @MethodSource("drawnBySeed")
    void anotherSeedGivesOtherPoints(DataSpec.Synthetic spec) {
        assertThat(rows(spec.generate(5))).doesNotContainAnyElementsOf(rows(spec.generate(6)));
    }

    static Stream<DataSpec.Synthetic> drawnBySeed() {
        return DRAWN_BY_SEED.stream();
    }

    @Test
    void theSeedOfASpiralMovesItsNoiseOnly() {
        assertThat(rows(new DataSpec.Spiral(90, 3, 1.75, 0).generate(1)))
                .isEqualTo(rows(new DataSpec.Spiral(90, 3, 1.75, 0).generate(2)));
        assertThat(rows(new DataSpec.Spiral(90, 3, 1.75, 0.1).generate(1)))
                .doesNotContainAnyElementsOf(
                        rows(new DataSpec.Spiral(90, 3, 1.75, 0.1).generate(2)));
    }

    @Test
    void moreSamplesKeepTheEarlierPoints() {
        for (IntFunction<DataSpec.Synthetic> sized :
                List.<IntFunction<DataSpec.Synthetic>>of(
                        n -> new DataSpec.Circles(n, 0.2),
                        n -> new DataSpec.Moons(n, 0.2),
                        n -> new DataSpec.Gaussians(n, 3, 0.2),
                        n -> new DataSpec.Xor(n, 0.2))) {
            assertThat(rows(sized.apply(200).generate(7)))
                    .isEqualTo(rows(sized.apply(1000).generate(7)).subList(0, 200));
        }
    }

    @ParameterizedTest
    @MethodSource("noisy")
    void noiseNeverRelabels(DoubleFunction<DataSpec.Synthetic> noisy) {
        Samples quiet = noisy.apply(0).generate(4).samples();
        Samples loud = noisy.apply(0.5).generate(4).samples();
        assertThat(IntStream.range(0, 500)).allMatch(row -> loud.label(row) == quiet.label(row));
    }

    @ParameterizedTest
    @MethodSource("noisy")
    void twiceTheNoiseMovesEveryPointTwiceAsFarTheSameWay(
            DoubleFunction<DataSpec.Synthetic> noisy) {
        Samples quiet = noisy.apply(0).generate(4).samples();
        Samples some = noisy.apply(0.2).generate(4).samples();
        Samples twice = noisy.apply(0.4).generate(4).samples();
        for (int row = 0; row < 500; row++) {
            for (int column = 0; column < 2; column++) {
                double moved = some.feature(row, column) - quiet.feature(row, column);
                assertThat(twice.feature(row, column) - quiet.feature(row, column))
                        .isCloseTo(2 * moved, within(1e-14));
                assertThat(moved).isNotZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("noisy")
    void noiseIsADeviationInDomainUnits(DoubleFunction<DataSpec.Synthetic> noisy) {
        Samples quiet = noisy.apply(0).generate(4).samples();
        Samples loud = noisy.apply(0.5).generate(4).samples();
        double squares =
                IntStream.range(0, 1000)
                        .mapToDouble(k ->
                                Math.pow(
                                        loud.feature(k / 2, k % 2) - quiet.feature(k / 2, k % 2),
                                        2))
                        .sum();
        assertThat(Math.sqrt(squares / 1000)).isCloseTo(0.5, within(0.04));
    }

    @ParameterizedTest
    @MethodSource("noisy")
    void noiseHasNothingToDoWithThePosition(DoubleFunction<DataSpec.Synthetic> noisy) {
        Samples quiet = noisy.apply(0).generate(4).samples();
        Samples loud = noisy.apply(0.5).generate(4).samples();
        double product =
                IntStream.range(0, 500)
                        .mapToDouble(row ->
                                (loud.feature(row, 0) - quiet.feature(row, 0))
                                        * quiet.feature(row, 0))
                        .average()
                        .getAsDouble();
        double spread =
                IntStream.range(0, 500)
                        .mapToDouble(row -> Math.pow(quiet.feature(row, 0), 2))
                        .average()
                        .getAsDouble();
        assertThat(product / (0.5 * Math.sqrt(spread))).isCloseTo(0, within(0.15));
    }

    /// Sets of 500 points, by their noise.
    static Stream<DoubleFunction<DataSpec.Synthetic>> noisy() {
        return Stream.of(
                noise -> new DataSpec.Circles(500, noise),
                noise -> new DataSpec.Moons(500, noise),
                noise -> new DataSpec.Gaussians(500, 4, noise),
                noise -> new DataSpec.Spiral(500, 3, 1.75, noise),
                noise -> new DataSpec.Xor(500, noise));
    }

    /// Adding 0 turns −0 into 0.
    private static List<List<Double>> rows(Dataset dataset) {
        Samples samples = dataset.samples();
        return IntStream.range(0, samples.rows())
                .mapToObj(row ->
                        IntStream.range(0, samples.columns())
                                .mapToObj(column -> samples.feature(row, column) + 0.0)
                                .toList())
                .toList();
    }
}
