package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

/// The 2-3-2 sigmoid network that course students work through by hand: x = (1, −1), class 0.
///
/// `z1 = x·W = (2, 2, 2)`, `a1 = sigmoid(2) = 0.8808` each; `z2 = a1·V = −0.8808` twice, so `p =
/// (½, ½)`; `delta2 = p − y = (−½, ½)`; `∂V = a1ᵀ·delta2`; `delta1 ∝ V·delta2 = 0`, as each row of
/// V has two equal numbers.
class WorkedExampleTest {
    private final Mlp mlp =
            new Mlp(new ModelSpec(List.of(3), Activation.SIGMOID, new Initializer.Zeros()), 2, 2);
    private final Parameters p = parameters();
    private final Workspace w =
            Nets.loaded(mlp, new Samples(new double[] {1, -1}, 2, new int[] {0}));

    private static Parameters parameters() {
        Parameters p = new Parameters(2, 3, 2);
        System.arraycopy(new double[] {1, 1, 1, -1, -1, -1}, 0, p.weights(0), 0, 6);
        System.arraycopy(new double[] {1, 1, -1, -1, -1, -1}, 0, p.weights(1), 0, 6);
        return p;
    }

    @Test
    void everyHiddenUnitPutsOutSigmoidOfTwo() {
        mlp.forward(p, w);
        assertThat(w.outputs(0))
                .containsExactly(new double[] {0.8808, 0.8808, 0.8808}, within(5e-5));
    }

    @Test
    void bothClassesAreEquallyProbable() {
        mlp.forward(p, w);
        assertThat(w.outputs(1)).containsExactly(0.5, 0.5);
        assertThat(mlp.loss(p, w)).isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void gradientsAreThoseOfTheCourse() {
        Parameters gradient = p.zeros();
        mlp.lossAndGradient(p, w, gradient);
        assertThat(gradient.weights(1))
                .containsExactly(
                        new double[] {-0.4404, 0.4404, -0.4404, 0.4404, -0.4404, 0.4404},
                        within(5e-5));
        assertThat(gradient.biases(1)).containsExactly(-0.5, 0.5);
        assertThat(gradient.weights(0)).containsOnly(0);
        assertThat(gradient.biases(0)).containsOnly(0);
    }
}
