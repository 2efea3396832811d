package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.function.DoubleUnaryOperator;

class VectorMathTest {
    private static final int N = 100_000;

    private interface Elementwise {
        void apply(double[] x, double[] y, double[] scratch, int from, int to);
    }

    @Test
    void expIsWithinOneUlpOfStrictMath() {
        assertThat(worst(VectorMath::exp, StrictMath::exp, 300)).isLessThanOrEqualTo(1);
    }

    @Test
    void sigmoidIsWithinTwoUlpsOfItsDefinition() {
        assertThat(worst(VectorMath::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), 30))
                .isLessThanOrEqualTo(2);
    }

    @Test
    void tanhIsWithinFourUlpsOfStrictMath() {
        assertThat(worst(VectorMath::tanh, StrictMath::tanh, 12)).isLessThanOrEqualTo(4);
        assertThat(worst(VectorMath::tanh, StrictMath::tanh, 1e-3)).isLessThanOrEqualTo(4);
    }

    @Test
    void extremesStayFiniteAndNaNStaysNaN() {
        double[] x = {
            Double.NEGATIVE_INFINITY,
            -1e300,
            -0.0,
            0,
            1e-320,
            1e300,
            Double.POSITIVE_INFINITY,
            Double.NaN
        };
        assertThat(all(VectorMath::tanh, x))
                .containsExactly(-1, -1, 0, 0, 1e-320, 1, 1, Double.NaN);
        assertThat(all(VectorMath::sigmoid, x))
                .satisfies(
                        y -> assertThat(y[0]).isBetween(0.0, 1e-300),
                        y -> assertThat(y[2]).isEqualTo(0.5),
                        y -> assertThat(y[6]).isEqualTo(1));
        assertThat(all(VectorMath::exp, x))
                .satisfies(
                        y -> assertThat(y[0]).isBetween(0.0, 1e-300),
                        y -> assertThat(y[2]).isEqualTo(1),
                        y -> assertThat(y[6]).isFinite(),
                        y -> assertThat(y[7]).isNaN());
    }

    @Test
    void onlyTheStretchIsWritten() {
        double[] y = {9, 9, 9, 9};
        VectorMath.tanh(new double[4], y, new double[4], 1, 3);
        assertThat(y).containsExactly(9, 0, 0, 9);
    }

    @Test
    void aValueDoesNotDependOnItsNeighbors() {
        double[] x = points(3);
        double[] together = all(VectorMath::exp, x);
        for (int i = 0; i < 100; i++) {
            double[] y = new double[N];
            VectorMath.exp(x, y, new double[N], i, i + 1);
            assertThat(y[i]).isEqualTo(together[i]);
        }
    }

    private static double[] all(Elementwise function, double[] x) {
        double[] y = new double[x.length];
        function.apply(x, y, new double[x.length], 0, x.length);
        return y;
    }

    private static double worst(Elementwise function, DoubleUnaryOperator exact, double reach) {
        double[] x = points(reach);
        double[] y = all(function, x);
        double worst = 0;
        for (int i = 0; i < N; i++) {
            double expected = exact.applyAsDouble(x[i]);
            worst = Math.max(worst, Math.abs(y[i] - expected) / Math.ulp(expected));
        }
        return worst;
    }

    private static double[] points(double reach) {
        RandomStream random = new RandomStream(7);
        double[] x = new double[N];
        for (int i = 0; i < N; i++) {
            x[i] = random.uniform(-reach, reach);
        }
        return x;
    }
}
