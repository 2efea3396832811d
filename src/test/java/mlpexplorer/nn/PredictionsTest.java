package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;

class PredictionsTest {
    /// p = softmax(0, x): class 1 is the likelier one where x > 0.
    private final Mlp mlp =
            new Mlp(new ModelSpec(List.of(), Activation.TANH, new Initializer.Zeros()), 1, 2);

    private final Parameters parameters = mlp.initialize(1);
    private final Samples samples =
            new Samples(new double[] {-1, 2, 0, 3, -5}, 1, new int[] {0, 0, 1, 1, 1});

    PredictionsTest() {
        parameters.weights(0)[1] = 1;
    }

    @Test
    void theLikeliestClassIsPredictedAndTheFirstOfEquals() {
        assertThat(predictions(3).predicted()).containsExactly(0, 1, 0, 1, 0);
    }

    @Test
    void probabilitiesAreThoseOfThePredictedAndOfTheTrueClass() {
        Predictions predictions = predictions(2);

        assertThat(predictions.probability())
                .containsExactly(
                        new float[] {0.7310586f, 0.8807971f, 0.5f, 0.9525741f, 0.9933071f},
                        within(1e-6f));
        assertThat(predictions.truth())
                .containsExactly(
                        new float[] {0.7310586f, 0.1192029f, 0.5f, 0.9525741f, 0.0066929f},
                        within(1e-6f));
    }

    @Test
    void whoeverStopsGetsNothing() {
        assertThat(Predictions.of(mlp, parameters, samples, mlp.workspace(2), () -> true))
                .isEmpty();
    }

    @Test
    void noRowsHaveNoPredictions() {
        Samples none = new Samples(new double[0], 1, new int[0]);

        assertThat(
                        Predictions.of(mlp, parameters, none, mlp.workspace(2), () -> false)
                                .orElseThrow()
                                .predicted())
                .isEmpty();
    }

    private Predictions predictions(int capacity) {
        return Predictions.of(mlp, parameters, samples, mlp.workspace(capacity), () -> false)
                .orElseThrow();
    }
}
