package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Weights (0.5, −2) and (0, 1), biases 10: Σ|w| = 3.5, Σw² = 5.25.
class RegularizerTest {

    @Test
    void noPenaltyIsNothing() {
        assertThat(new Regularizer.None().penalty(parameters())).isZero();
        assertThat(Nets.flat(gradient(new Regularizer.None()))).containsOnly(0);
    }

    @Test
    void l1SumsAbsoluteWeights() {
        assertThat(new Regularizer.L1(0.1).penalty(parameters())).isCloseTo(0.35, within(1e-15));
        assertThat(gradient(new Regularizer.L1(0.1)).weights(0)).containsExactly(0.1, -0.1);
        assertThat(gradient(new Regularizer.L1(0.1)).weights(1)).containsExactly(0, 0.1);
    }

    @Test
    void l2SumsSquaredWeightsWithoutAHalf() {
        assertThat(new Regularizer.L2(0.1).penalty(parameters())).isCloseTo(0.525, within(1e-15));
        assertThat(gradient(new Regularizer.L2(0.1)).weights(0)).containsExactly(0.1, -0.4);
        assertThat(gradient(new Regularizer.L2(0.1)).weights(1)).containsExactly(0, 0.2);
    }

    @Test
    void elasticNetIsTheSumOfBoth() {
        assertThat(new Regularizer.ElasticNet(0.1, 0.01).penalty(parameters()))
                .isCloseTo(0.4025, within(1e-15));
        assertThat(gradient(new Regularizer.ElasticNet(0.1, 0.01)).weights(0))
                .containsExactly(new double[] {0.11, -0.14}, within(1e-15));
    }

    @Test
    void layersMayHaveStrengthsOfTheirOwn() {
        Regularizer each =
                new Regularizer.PerLayer(
                        List.of(
                                new Regularizer.Lambdas(0.1, 0),
                                new Regularizer.Lambdas(0.2, 0.3)));
        assertThat(each.penalty(parameters())).isCloseTo(0.1 * 2.5 + 0.2 + 0.3, within(1e-15));
        assertThat(gradient(each).weights(0)).containsExactly(0.1, -0.1);
        assertThat(gradient(each).weights(1)).containsExactly(new double[] {0, 0.8}, within(1e-15));
        assertThat(each.lambda1()).isEqualTo(0.2);
        assertThat(each.lambda2()).isEqualTo(0.3);
    }

    @Test
    void aStrengthForEachLayerIsWanted() {
        Regularizer three = new Regularizer.PerLayer();
        three.requireLayers("regularizer", 3);
        assertThatThrownBy(() -> three.requireLayers("regularizer", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "regularizer.layers has 3 entries, but must have 2, one for each hidden"
                                + " layer and one for the output.");
    }

    @Test
    void biasesArePenalisedByNone() {
        for (Regularizer regularizer : Nets.regularizers(1)) {
            assertThat(gradient(regularizer).biases(0)).containsOnly(0);
            assertThat(gradient(regularizer).biases(1)).containsOnly(0);
        }
    }

    @Test
    void theGradientIsAddedToWhatIsThere() {
        Parameters gradient = parameters().zeros();
        gradient.weights(0)[0] = 5;
        new Regularizer.L2(0.1).addGradient(parameters(), gradient);
        assertThat(gradient.weights(0)[0]).isCloseTo(5.1, within(1e-15));
    }

    @Test
    void lambdaZeroChangesNoBit() {
        for (Regularizer zero :
                new Regularizer[] {
                    new Regularizer.L1(0), new Regularizer.L2(0), new Regularizer.ElasticNet(0, 0)
                }) {
            Parameters gradient = parameters().zeros();
            gradient.weights(0)[0] = -0.0;
            zero.addGradient(parameters(), gradient);
            assertThat(Double.doubleToRawLongBits(gradient.weights(0)[0]))
                    .isEqualTo(Double.doubleToRawLongBits(-0.0));
            assertThat(zero.penalty(parameters())).isZero();
        }
    }

    @Test
    void anInfiniteWeightCostsNothingAtLambdaZero() {
        Parameters p = parameters();
        p.weights(0)[0] = Double.POSITIVE_INFINITY;
        assertThat(new Regularizer.ElasticNet(0, 0).penalty(p)).isZero();
    }

    @Test
    void defaultsAreAThousandth() {
        assertThat(new Regularizer.L1()).isEqualTo(new Regularizer.L1(1e-3));
        assertThat(new Regularizer.L2()).isEqualTo(new Regularizer.L2(1e-3));
        assertThat(new Regularizer.ElasticNet()).isEqualTo(new Regularizer.ElasticNet(1e-3, 1e-3));
    }

    @Test
    void lambdasOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> new Regularizer.L1(-1e-9))
                .hasMessage("l1 is -1e-9, but must be from 0 to 1,000.");
        assertThatThrownBy(() -> new Regularizer.L2(1001))
                .hasMessage("l2 is 1,001, but must be from 0 to 1,000.");
        assertThatThrownBy(() -> new Regularizer.ElasticNet(0, Double.POSITIVE_INFINITY))
                .hasMessage("l2 is Infinity, but must be from 0 to 1,000.");
    }

    private static Parameters parameters() {
        Parameters p = new Parameters(2, 1, 2);
        System.arraycopy(new double[] {0.5, -2}, 0, p.weights(0), 0, 2);
        System.arraycopy(new double[] {0, 1}, 0, p.weights(1), 0, 2);
        p.biases(0)[0] = 10;
        p.biases(1)[1] = 10;
        return p;
    }

    private static Parameters gradient(Regularizer regularizer) {
        Parameters gradient = parameters().zeros();
        regularizer.addGradient(parameters(), gradient);
        return gradient;
    }
}
