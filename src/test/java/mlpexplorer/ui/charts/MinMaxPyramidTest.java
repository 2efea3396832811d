package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.ui.charts.MinMaxPyramid.MinMax;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.stream.IntStream;

class MinMaxPyramidTest {
    private static final int SIZE = 20_000;

    private final double[] y = new Random(7).doubles(SIZE).toArray();

    private static void assertSameAsLookingAtAll(
            Curve curve, MinMaxPyramid extremes, int from, int to) {
        MinMax found = extremes.scan(curve, from, to, new MinMax());
        assertThat(found.low())
                .isEqualTo(
                        IntStream.range(from, to)
                                .mapToDouble(curve::y)
                                .filter(Double::isFinite)
                                .min()
                                .orElseThrow());
        assertThat(found.high())
                .isEqualTo(
                        IntStream.range(from, to)
                                .mapToDouble(curve::y)
                                .filter(Double::isFinite)
                                .max()
                                .orElseThrow());
        assertThat(curve.y(found.lowest())).isEqualTo(found.low());
        assertThat(curve.y(found.highest())).isEqualTo(found.high());
    }

    @Test
    void findsWhatLookingAtAllSamplesFinds() {
        Curve curve = Curves.of(y);
        MinMaxPyramid extremes = new MinMaxPyramid().extend(curve);
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            int from = random.nextInt(SIZE);
            assertSameAsLookingAtAll(curve, extremes, from, from + 1 + random.nextInt(SIZE - from));
        }
    }

    @Test
    void growsWithItsCurve() {
        Curves.Growing curve = Curves.growing(y);
        MinMaxPyramid extremes = new MinMaxPyramid();
        while (curve.size() < SIZE) {
            extremes.extend(curve.grow(37));
            assertSameAsLookingAtAll(curve, extremes, 0, curve.size());
        }
    }

    @Test
    void forgetsWhatARewoundCurveNoLongerHas() {
        double[] values = y.clone();
        Curves.Growing curve = Curves.growing(values).grow(10_000);
        MinMaxPyramid extremes = new MinMaxPyramid().extend(curve);
        extremes.extend(curve.rewind(5_000));
        IntStream.range(5_000, SIZE).forEach(i -> values[i] = -1);
        extremes.extend(curve.grow(5_000));
        assertSameAsLookingAtAll(curve, extremes, 0, 10_000);
    }

    @Test
    void samplesThatAreNotFiniteDoNotCount() {
        Curve curve =
                Curves.of(
                        1_000,
                        i -> i % 2 == 0 ? Double.NEGATIVE_INFINITY : i % 3 == 0 ? Double.NaN : i);
        assertSameAsLookingAtAll(curve, new MinMaxPyramid().extend(curve), 0, 1_000);
    }

    @Test
    void thereAreNoneAmongSamplesThatAreNotFinite() {
        Curve curve = Curves.of(1_000, _ -> Double.NaN);
        assertThat(new MinMaxPyramid().extend(curve).scan(curve, 0, 1_000, new MinMax()).isEmpty())
                .isTrue();
    }

    @Test
    void readsFewSamplesOfAMillion() {
        int[] reads = {0};
        Curve million = Curves.of(1_000_000, i -> Math.sin(i));
        Curve counted =
                new Curve() {
                    @Override
                    public int size() {
                        return million.size();
                    }

                    @Override
                    public double x(int index) {
                        return index;
                    }

                    @Override
                    public double y(int index) {
                        reads[0]++;
                        return million.y(index);
                    }
                };
        MinMaxPyramid extremes = new MinMaxPyramid().extend(counted);
        reads[0] = 0;
        extremes.scan(counted, 1, 999_999, new MinMax());
        assertThat(reads[0]).isLessThanOrEqualTo(30);
    }
}
