package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.ui.charts.Viewport.PixelColumns;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Properties that hold for any curve; the curves are random, each from the seed that is the test's
/// argument.
class MinMaxDecimatorTest {
    private final MinMaxDecimator decimator = new MinMaxDecimator();

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    /// A curve of random length with uneven x, jumps and, for every second seed, samples that are
    /// not finite.
    private record Sampled(double[] xs, double[] ys, int size) implements Curve {
        static Sampled random(int seed) {
            Random random = new Random(seed);
            int size = 1 + random.nextInt(seed % 3 == 0 ? 30 : 9_000);
            double[] xs = new double[size];
            double[] ys = new double[size];
            double x = 0;
            for (int i = 0; i < size; i++) {
                xs[i] = x;
                x += random.nextInt(4) == 0 ? 0 : random.nextDouble();
                ys[i] = random.nextGaussian() * (random.nextInt(100) == 0 ? 100 : 1);
                if (seed % 2 == 1 && random.nextInt(20) == 0) {
                    ys[i] =
                            List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                                    .get(random.nextInt(3));
                }
            }
            return new Sampled(xs, ys, size);
        }

        Sampled first(int samples) {
            return new Sampled(xs, ys, samples);
        }

        @Override
        public double x(int index) {
            return xs[index];
        }

        @Override
        public double y(int index) {
            return ys[index];
        }

        double last() {
            return xs[size - 1];
        }

        List<Integer> finiteIn(PixelColumns pixels, int column) {
            double start = column == 0 ? pixels.range().lower() : pixels.end(column - 1);
            return IntStream.range(0, size)
                    .filter(i ->
                            xs[i] >= start && xs[i] < pixels.end(column) && Double.isFinite(ys[i]))
                    .boxed()
                    .toList();
        }
    }

    private Columns decimate(Curve curve, PixelColumns pixels) {
        return decimator.decimate(curve, new MinMaxPyramid().extend(curve), pixels, new Columns());
    }

    private static PixelColumns all(Sampled curve) {
        return new PixelColumns(new AxisRange(0, curve.last() + 0.5), AxisScale.LINEAR, 100);
    }

    private static List<Integer> samples(Columns columns, int column) {
        int[] into = new int[4];
        int count = columns.samples(column, into);
        return IntStream.of(into).limit(count).boxed().toList();
    }

    private static List<Integer> samples(Columns columns) {
        return IntStream.range(0, columns.size())
                .boxed()
                .flatMap(column -> samples(columns, column).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyPixelColumnKeepsItsExtremesItsFirstAndItsLastSample(int seed) {
        Sampled curve = Sampled.random(seed);
        PixelColumns pixels = all(curve);
        Columns columns = decimate(curve, pixels);
        List<List<Integer>> expected =
                IntStream.range(0, pixels.count())
                        .mapToObj(column -> curve.finiteIn(pixels, column))
                        .filter(samples -> !samples.isEmpty())
                        .toList();
        assertThat(columns.size()).isEqualTo(expected.size());
        for (int column = 0; column < columns.size(); column++) {
            List<Integer> own = expected.get(column);
            assertThat(columns.first(column)).isEqualTo(own.getFirst());
            assertThat(columns.last(column)).isEqualTo(own.getLast());
            assertThat(curve.y(columns.lowest(column)))
                    .isEqualTo(own.stream().mapToDouble(curve::y).min().orElseThrow());
            assertThat(curve.y(columns.highest(column)))
                    .isEqualTo(own.stream().mapToDouble(curve::y).max().orElseThrow());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void samplesComeInOrderAndAtMostFourFromAColumn(int seed) {
        Sampled curve = Sampled.random(seed);
        Columns columns = decimate(curve, all(curve));
        List<Integer> samples = samples(columns);
        assertThat(samples).isSorted().doesNotHaveDuplicates();
        assertThat(samples.size()).isLessThanOrEqualTo(4 * columns.size());
        assertThat(samples).allSatisfy(i -> assertThat(curve.y(i)).isFinite());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theFirstAndTheLastFiniteSampleOfTheCurveAreKept(int seed) {
        Sampled curve = Sampled.random(seed);
        List<Integer> finite =
                IntStream.range(0, curve.size())
                        .filter(i -> Double.isFinite(curve.y(i)))
                        .boxed()
                        .toList();
        List<Integer> samples = samples(decimate(curve, all(curve)));
        assertThat(samples).first().isEqualTo(finite.getFirst());
        assertThat(samples).last().isEqualTo(finite.getLast());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRunStartsWhereverSamplesBetweenTwoColumnsAreNotFinite(int seed) {
        Sampled curve = Sampled.random(seed);
        Columns columns = decimate(curve, all(curve));
        for (int column = 1; column < columns.size(); column++) {
            boolean gap =
                    IntStream.range(columns.last(column - 1), columns.first(column))
                            .anyMatch(i -> !Double.isFinite(curve.y(i)));
            assertThat(columns.startsSegment(column)).isEqualTo(gap);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void goingOnAfterMoreSamplesGivesTheSameAsStartingAnew(int seed) {
        Sampled curve = Sampled.random(seed);
        PixelColumns pixels =
                new PixelColumns(
                        new AxisRange(curve.last() / 5, curve.last() * 0.9 + 0.1),
                        AxisScale.LINEAR,
                        70);
        Random random = new Random(seed);
        MinMaxPyramid extremes = new MinMaxPyramid();
        Columns grown = new Columns();
        for (int size = 0; size < curve.size(); size += 1 + random.nextInt(curve.size())) {
            decimator.decimate(
                    curve.first(size), extremes.extend(curve.first(size)), pixels, grown);
        }
        decimator.decimate(curve, extremes.extend(curve), pixels, grown);
        assertThat(samples(grown)).isEqualTo(samples(decimate(curve, pixels)));
    }

    @Test
    void theNearestSampleBeyondEitherEdgeIsKeptSoThatTheLineReachesTheEdge() {
        Curve curve = Curves.of(100, i -> i);
        Columns columns =
                decimate(curve, new PixelColumns(new AxisRange(40.5, 49.5), AxisScale.LINEAR, 3));
        assertThat(samples(columns)).contains(40, 50).doesNotContain(39, 51);
    }

    @Test
    void aSpikeOfOneSampleInAMillionIsKept() {
        Curve curve = Curves.of(1_000_000, i -> i == 654_321 ? 9 : 1);
        Columns columns =
                decimate(
                        curve,
                        new PixelColumns(new AxisRange(0, 1_000_000), AxisScale.LINEAR, 800));
        assertThat(samples(columns)).contains(654_321).hasSizeLessThanOrEqualTo(3_200);
    }

    @Test
    void fewSamplesAreAllKept() {
        Curve curve = Curves.of(3, 1, 2);
        Columns columns =
                decimate(curve, new PixelColumns(new AxisRange(0, 5), AxisScale.LINEAR, 400));
        assertThat(samples(columns)).containsExactly(0, 1, 2);
    }

    @Test
    void anEmptyCurveHasNoColumns() {
        assertThat(
                        decimate(
                                        Curves.of(),
                                        new PixelColumns(
                                                new AxisRange(0, 5), AxisScale.LINEAR, 400))
                                .size())
                .isZero();
    }

    @Test
    void aCurveWithoutFiniteSamplesHasNoColumns() {
        Curve curve = Curves.of(500, _ -> Double.NaN);
        assertThat(
                        decimate(
                                        curve,
                                        new PixelColumns(
                                                new AxisRange(0, 500), AxisScale.LINEAR, 40))
                                .size())
                .isZero();
    }

    @Test
    void aSampleOnTheRightEdgeBelongsToTheLastColumn() {
        Columns columns =
                decimate(
                        Curves.of(1, 2, 3),
                        new PixelColumns(new AxisRange(0, 2), AxisScale.LINEAR, 2));
        assertThat(columns.size()).isEqualTo(2);
        assertThat(samples(columns, 1)).containsExactly(1, 2);
    }
}
