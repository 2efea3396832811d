package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// The first two steps of each update rule, computed by hand: from w = 1 at rate 0.1 with the
/// gradients 0.5 and −0.25.
class OptimizerTest {

    @Test
    void sgdGoesAgainstTheGradient() {
        assertThat(twoSteps(new Optimizer.Sgd())).containsExactly(0.95, 0.975);
    }

    @Test
    void momentumGoesByItsVelocity() {
        // v = 0.5, then 0.9·0.5 − 0.25 = 0.2
        assertThat(twoSteps(new Optimizer.Momentum(0.9)))
                .containsExactly(near(0.95, 0.93), within(1e-15));
    }

    @Test
    void nesterovLooksOneStepAhead() {
        // 0.5 + 0.9·0.5 = 0.95, then −0.25 + 0.9·0.2 = −0.07
        assertThat(twoSteps(new Optimizer.Nesterov(0.9)))
                .containsExactly(near(0.905, 0.912), within(1e-15));
    }

    @Test
    void rmsPropDividesByTheRootOfTheRunningSquare() {
        // s = 0.25·0.25 = 0.0625, then 0.75·0.0625 + 0.25·0.0625 = 0.0625; both roots are 0.25
        assertThat(twoSteps(new Optimizer.RmsProp(0.75, 0.25)))
                .containsExactly(near(0.9, 0.95), within(1e-15));
    }

    @Test
    void adaGradDividesByTheRootOfTheSumOfSquares() {
        // s = 0.25, then 0.3125
        assertThat(twoSteps(new Optimizer.AdaGrad(0.5)))
                .containsExactly(
                        near(0.95, 0.95 + 0.025 / (Math.sqrt(0.3125) + 0.5)), within(1e-15));
    }

    @Test
    void adamsFirstStepIsTheRateWhateverTheGradient() {
        assertThat(twoSteps(new Optimizer.Adam())[0]).isCloseTo(0.9, within(1e-8));
    }

    @Test
    void adamCorrectsTheBiasOfBothAverages() {
        // beta1 = beta2 = ½: m̂ = (0.5·0.25 − 0.125)/0.75 = 0
        assertThat(twoSteps(new Optimizer.Adam(0.5, 0.5, 0.5)))
                .containsExactly(near(0.95, 0.95), within(1e-15));
    }

    @Test
    void adamWDecaysTheWeightBeforeItsStep() {
        // 1·(1 − 0.1·0.2) − 0.05, then 0.93·0.98
        assertThat(twoSteps(new Optimizer.AdamW(0.5, 0.5, 0.5, 0.2)))
                .containsExactly(near(0.93, 0.9114), within(1e-15));
    }

    @Test
    void defaultsArePyTorchs() {
        assertThat(Nets.optimizers())
                .containsExactlyInAnyOrder(
                        new Optimizer.Sgd(),
                        new Optimizer.Momentum(0.9),
                        new Optimizer.Nesterov(0.9),
                        new Optimizer.RmsProp(0.99, 1e-8),
                        new Optimizer.AdaGrad(1e-10),
                        new Optimizer.Adam(0.9, 0.999, 1e-8),
                        new Optimizer.AdamW(0.9, 0.999, 1e-8, 0.01));
    }

    @Test
    void adamWWithoutDecayIsAdam() {
        assertThat(twoSteps(new Optimizer.AdamW(0.9, 0.999, 1e-8, 0)))
                .containsExactly(twoSteps(new Optimizer.Adam()));
    }

    @Test
    void optionsOutOfRangeAreRefusedByName() {
        refused(
                () -> new Optimizer.Momentum(1),
                "momentum is 1, but must be at least 0 and below 1.");
        refused(
                () -> new Optimizer.Nesterov(-0.1),
                "momentum is -0.1, but must be at least 0 and below 1.");
        refused(
                () -> new Optimizer.RmsProp(1, 1e-8),
                "rho is 1, but must be at least 0 and below 1.");
        refused(() -> new Optimizer.AdaGrad(0), "epsilon is 0, but must be from 1e-300 to 1.");
        refused(
                () -> new Optimizer.Adam(Double.NaN, 0.9, 1e-8),
                "beta1 is NaN, but must be at least 0 and below 1.");
        refused(
                () -> new Optimizer.Adam(0.9, 1.5, 1e-8),
                "beta2 is 1.5, but must be at least 0 and below 1.");
        refused(
                () -> new Optimizer.AdamW(0.9, 0.9, 1e-8, -1),
                "weightDecay is -1, but must be from 0 to 100.");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    private static double[] near(double first, double second) {
        return new double[] {first, second};
    }

    /// The weight after the first and after the second step.
    private static double[] twoSteps(Optimizer optimizer) {
        Parameters p = new Parameters(1, 1);
        p.weights(0)[0] = 1;
        Parameters gradient = p.zeros();
        OptimizerState state = optimizer.start(p);
        gradient.weights(0)[0] = 0.5;
        state.step(p, gradient, 0.1);
        double first = p.weights(0)[0];
        gradient.weights(0)[0] = -0.25;
        state.step(p, gradient, 0.1);
        return new double[] {first, p.weights(0)[0]};
    }
}
