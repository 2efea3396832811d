package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/// The contract of every optimizer; new ones are found by reflection.
class OptimizerContractTest {

    static Stream<Optimizer> optimizers() {
        return Nets.optimizers().stream();
    }

    @Test
    void thereAreSeven() {
        assertThat(optimizers()).hasSize(7);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void equalStepsGiveEqualBits(Optimizer optimizer) {
        Parameters one = point();
        Parameters other = point();
        descend(optimizer.start(one), one, 20);
        descend(optimizer.start(other), other, 20);
        assertThat(Nets.flat(one)).containsExactly(Nets.flat(other));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aCopyGoesOnAsTheOriginalWould(Optimizer optimizer) {
        Parameters p = point();
        OptimizerState state = optimizer.start(p);
        descend(state, p, 5);
        Parameters q = p.copy();
        descend(state.copy(), q, 5);
        descend(state, p, 5);
        assertThat(Nets.flat(q)).containsExactly(Nets.flat(p));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void steppingACopyLeavesTheOriginalAlone(Optimizer optimizer) {
        Parameters p = point();
        OptimizerState state = optimizer.start(p);
        descend(state, p, 5);
        Parameters expected = p.copy();
        descend(state.copy(), expected, 5);
        descend(state.copy(), point(), 50);
        descend(state, p, 5);
        assertThat(Nets.flat(p)).containsExactly(Nets.flat(expected));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aFreshStateTakesOverTheMemoryOfAnother(Optimizer optimizer) {
        Parameters p = point();
        OptimizerState state = optimizer.start(p);
        descend(state, p, 5);
        OptimizerState heir = optimizer.start(p);
        heir.copyFrom(state);
        Parameters q = p.copy();
        descend(heir, q, 5);
        descend(state, p, 5);
        assertThat(Nets.flat(q)).containsExactly(Nets.flat(p));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void stateDoesNotHoldOnToTheParametersItStartedFrom(Optimizer optimizer) {
        Parameters shape = point();
        OptimizerState state = optimizer.start(shape);
        Parameters p = point();
        descend(state, p, 5);
        assertThat(Nets.flat(shape)).containsExactly(Nets.flat(point()));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theGradientIsNotModified(Optimizer optimizer) {
        Parameters p = point();
        Parameters gradient = bowl(p);
        double[] before = Nets.flat(gradient);
        optimizer.start(p).step(p, gradient, 0.1);
        assertThat(Nets.flat(gradient)).containsExactly(before);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aZeroGradientMovesNothingButWhatAdamWDecays(Optimizer optimizer) {
        Parameters p = point();
        optimizer.start(p).step(p, p.zeros(), 0.5);
        double kept =
                optimizer instanceof Optimizer.AdamW(_, _, _, double decay) ? 1 - 0.5 * decay : 1;
        assertThat(p.weights(0)).containsExactly(3 * kept, -2 * kept);
        assertThat(p.biases(0)).containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aConvexBowlIsDescended(Optimizer optimizer) {
        Parameters p = point();
        double before = height(p);
        descend(optimizer.start(p), p, 10_000);
        assertThat(height(p)).isLessThan(before / 100);
    }

    /// The quadratic `½·(w₁² + 4·w₂² + b²)`, starting at (3, −2, 1).
    private static Parameters point() {
        Parameters p = new Parameters(2, 1);
        p.weights(0)[0] = 3;
        p.weights(0)[1] = -2;
        p.biases(0)[0] = 1;
        return p;
    }

    private static double height(Parameters p) {
        double[] w = p.weights(0);
        return 0.5 * (w[0] * w[0] + 4 * w[1] * w[1] + p.biases(0)[0] * p.biases(0)[0]);
    }

    private static Parameters bowl(Parameters p) {
        Parameters gradient = p.copy();
        gradient.weights(0)[1] *= 4;
        return gradient;
    }

    private static void descend(OptimizerState state, Parameters p, int steps) {
        for (int i = 0; i < steps; i++) {
            state.step(p, bowl(p), 0.03);
        }
    }
}
