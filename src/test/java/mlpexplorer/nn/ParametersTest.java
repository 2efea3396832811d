package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void theShapeIsWrittenByLayerSizes() {
        assertThat(new Parameters(2, 8, 8, 3).shape()).isEqualTo("2-8-8-3");
    }

    @Test
    void everyWeightAndBiasIsCounted() {
        assertThat(new Parameters(784, 300, 10).count()).isEqualTo(784 * 300 + 300 + 300 * 10 + 10);
    }

    @Test
    void weightsAreFanInByFanOut() {
        Parameters p = new Parameters(2, 5, 3);
        assertThat(p.layers()).isEqualTo(2);
        assertThat(p.fanIn(1)).isEqualTo(5);
        assertThat(p.fanOut(1)).isEqualTo(3);
        assertThat(p.weights(1)).hasSize(15);
        assertThat(p.biases(1)).hasSize(3);
    }

    @Test
    void aCopyIsIndependent() {
        Parameters p = new Parameters(2, 2);
        Parameters copy = p.copy();
        copy.weights(0)[0] = 1;
        copy.biases(0)[0] = 1;
        assertThat(Nets.flat(p)).containsOnly(0);
    }

    @Test
    void zerosHaveTheShapeAndNotTheNumbers() {
        Parameters p = Nets.mlp(2, Activation.TANH).initialize(1);
        assertThat(p.zeros().sameShape(p)).isTrue();
        assertThat(Nets.flat(p.zeros())).containsOnly(0);
    }

    @Test
    void copyFromTakesEveryNumber() {
        Parameters source = Nets.parameters(Nets.mlp(2, Activation.TANH), 1);
        assertThat(Nets.flat(source.zeros().copyFrom(source))).containsExactly(Nets.flat(source));
    }

    @Test
    void copyFromAnotherShapeIsRefused() {
        assertThatThrownBy(() -> new Parameters(2, 8, 3).copyFrom(new Parameters(2, 4, 3)))
                .hasMessage("The shapes differ: 2-4-3 does not fit 2-8-3.");
        assertThatThrownBy(() -> new Parameters(2, 3).copyFrom(new Parameters(2, 3, 3)))
                .hasMessage("The shapes differ: 2-3-3 does not fit 2-3.");
    }

    @Test
    void onlyALayerWithoutNumbersIsNotFinite() {
        Parameters p = new Parameters(2, 2, 2, 2);
        p.weights(0)[3] = Double.NaN;
        p.biases(1)[0] = Double.NEGATIVE_INFINITY;
        assertThat(p.isFinite(0)).isFalse();
        assertThat(p.isFinite(1)).isFalse();
        assertThat(p.isFinite(2)).isTrue();
    }

    @Test
    void theNormRunsOverEverythingAndScales() {
        Parameters p = new Parameters(1, 1, 1);
        p.weights(0)[0] = 1;
        p.biases(0)[0] = -2;
        p.weights(1)[0] = 4;
        p.biases(1)[0] = 2;
        assertThat(p.norm()).isCloseTo(5, within(1e-15));
        p.scale(0.5);
        assertThat(Nets.flat(p)).containsExactly(0.5, -1, 2, 1);
    }
}
