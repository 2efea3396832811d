package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SoftmaxCrossEntropyTest {

    @Test
    void probabilitiesOfARowAreExponentialsOverTheirSum() {
        assertThat(softmax(0, Math.log(2), Math.log(5)))
                .containsExactly(new double[] {0.125, 0.25, 0.625}, within(1e-15));
    }

    @Test
    void equalLogitsOfCClassesCostLnC() {
        assertThat(loss(new double[] {7, 7, 7, 7, 7}, 3)).isCloseTo(Math.log(5), within(1e-14));
    }

    @Test
    void aShiftOfAllLogitsChangesNothing() {
        assertThat(loss(new double[] {1001, 1002, 1003}, 0))
                .isCloseTo(loss(new double[] {1, 2, 3}, 0), within(1e-12));
    }

    @Test
    void logitsOfTenThousandNeitherOverflowNorLoseTheLoss() {
        assertThat(loss(new double[] {1e4, -1e4}, 0)).isZero();
        assertThat(loss(new double[] {1e4, -1e4}, 1)).isEqualTo(2e4);
        assertThat(loss(new double[] {-1e4, -1e4}, 1)).isCloseTo(Math.log(2), within(1e-11));
    }

    @Test
    void probabilitiesAtLogitsOfTenThousandAreZeroAndOne() {
        assertThat(softmax(1e4, -1e4)).containsExactly(new double[] {1, 0}, within(1e-300));
    }

    @Test
    void aTinyLossKeepsItsDigits() {
        assertThat(loss(new double[] {30, 0}, 0))
                .isCloseTo(Math.log1p(Math.exp(-30)), within(4e-15));
    }

    @Test
    void lossIsSummedOverRows() {
        double sum =
                SoftmaxCrossEntropy.forward(
                        new double[] {0, 0, 3, 3},
                        new double[4],
                        new double[4],
                        new double[4],
                        new int[] {0, 1},
                        0,
                        2,
                        2);
        assertThat(sum).isCloseTo(2 * Math.log(2), within(1e-15));
    }

    @Test
    void manyRowsOfManyClassesDoNotOverflow() {
        int rows = 1000;
        double[] z = new double[rows * 50];
        double sum =
                SoftmaxCrossEntropy.forward(
                        z,
                        new double[z.length],
                        new double[z.length],
                        new double[z.length],
                        new int[rows],
                        0,
                        rows,
                        50);
        assertThat(sum).isCloseTo(rows * Math.log(50), within(1e-9));
    }

    @Test
    void deltaIsProbabilityMinusOneHotOverRows() {
        double[] delta = new double[4];
        SoftmaxCrossEntropy.backward(
                new double[] {0.75, 0.25, 0.4, 0.6}, new int[] {0, 1}, delta, 0, 2, 2, 0.5);
        assertThat(delta).containsExactly(new double[] {-0.125, 0.125, 0.2, -0.2}, within(1e-15));
    }

    @Test
    void theFirstOfSeveralLargestProbabilitiesIsThePrediction() {
        double[] p = {0.4, 0.4, 0.2, 0.1, 0.45, 0.45};
        assertThat(SoftmaxCrossEntropy.correct(p, new int[] {0, 1}, 0, 2, 3)).isEqualTo(2);
        assertThat(SoftmaxCrossEntropy.correct(p, new int[] {1, 2}, 0, 2, 3)).isZero();
    }

    @Test
    void aLogitThatIsNotANumberMakesTheLossNotANumber() {
        assertThat(loss(new double[] {0, Double.NaN}, 0)).isNaN();
        assertThat(loss(new double[] {Double.POSITIVE_INFINITY, 0}, 0)).isNaN();
    }

    private static double loss(double[] z, int label) {
        int n = z.length;
        return SoftmaxCrossEntropy.forward(
                z, new double[n], new double[n], new double[n], new int[] {label}, 0, 1, n);
    }

    private static double[] softmax(double... z) {
        double[] p = new double[z.length];
        SoftmaxCrossEntropy.softmax(
                z, p, new double[z.length], new double[z.length], 0, 1, z.length);
        return p;
    }
}
