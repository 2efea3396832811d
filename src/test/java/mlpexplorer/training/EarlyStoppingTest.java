package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Score;

import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
    private final EarlyStopping stopping = new EarlyStopping(new Parameters(1, 1));

    @Test
    void theSmallestValidationLossIsTheBest() {
        observe(0.9, 0.5, 0.7, 0.4999, 0.6);
        assertThat(stopping.bestEpoch()).isEqualTo(3);
        assertThat(stopping.best().weights(0)).containsExactly(3);
        assertThat(stopping.waited(4)).isEqualTo(1);
    }

    @Test
    void anEqualOrSlightlyLargerLossIsNotBetter() {
        observe(0.5, 0.5, 0.5000001);
        assertThat(stopping.bestEpoch()).isZero();
        assertThat(stopping.waited(2)).isEqualTo(2);
    }

    @Test
    void whereThereIsNoValidationLossTheFirstEpochStaysTheBest() {
        observe(Double.NaN, Double.NaN, Double.NaN);
        assertThat(stopping.bestEpoch()).isZero();
    }

    @Test
    void beforeTheFirstEpochThereIsNoBest() {
        assertThatThrownBy(stopping::bestEpoch).isInstanceOf(IllegalStateException.class);
    }

    /// Epochs with these validation losses, a training loss that falls, and the epoch as the only
    /// weight.
    private void observe(double... validationLosses) {
        for (int epoch = 0; epoch < validationLosses.length; epoch++) {
            Parameters p = new Parameters(1, 1);
            p.weights(0)[0] = epoch;
            Score train = new Score(1.0 / (epoch + 1), 0.5);
            stopping.observe(
                    new EpochMetrics(
                            epoch,
                            epoch,
                            train,
                            new Score(validationLosses[epoch], 0.5),
                            train,
                            0,
                            0.03),
                    p);
        }
    }
}
