package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Regularizer;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.stream.IntStream;

class DivergenceTest {
    private static final TrainingSpec WILD = Runs.SGD.withRate(1000);

    @Test
    void aRateOfAThousandDivergesInTheFirstEpoch() {
        Trainer trainer = Runs.trainer(Runs.mlp(Activation.RELU, 8, 8, 8), WILD);
        trainer.epoch();
        Divergence divergence = trainer.divergence().orElseThrow();
        assertThat(divergence.epoch()).isEqualTo(1);
        assertThat(divergence.layer()).isBetween(1, 4);
        assertThat(divergence.loss()).isGreaterThan(10);
    }

    @Test
    void theParametersGoBackToTheEndOfTheLastGoodEpoch() {
        TrainingSpec explodingLater =
                new TrainingSpec(
                        WILD.optimizer(),
                        0.05,
                        new LearningRateSchedule.Step(10, 1),
                        WILD.batch(),
                        WILD.regularizer(),
                        0,
                        WILD.clip(),
                        WILD.stop());
        Trainer trainer = Runs.trainer(Runs.mlp(Activation.RELU, 8, 8, 8), explodingLater);
        double[] good = Runs.flat(trainer.parameters());
        EpochMetrics goodMetrics = trainer.metrics();
        while (trainer.divergence().isEmpty() && goodMetrics.epoch() < 100) {
            good = Runs.flat(trainer.parameters());
            goodMetrics = trainer.metrics();
            trainer.epoch();
        }
        assertThat(Runs.flat(trainer.parameters())).containsExactly(good);
        assertThat(Arrays.stream(good)).allMatch(Double::isFinite);
        assertThat(trainer.metrics()).isEqualTo(goodMetrics);
        assertThat(trainer.divergence().orElseThrow().epoch())
                .isEqualTo(goodMetrics.epoch() + 1)
                .isGreaterThan(1);
    }

    @Test
    void nothingMovesAfterDivergence() {
        Trainer trainer = Runs.trainer(Runs.mlp(Activation.RELU, 8, 8, 8), WILD);
        trainer.epoch();
        double[] before = Runs.flat(trainer.parameters());
        long updates = trainer.updates();
        assertThat(trainer.update()).isTrue();
        assertThat(trainer.epoch().epoch()).isZero();
        assertThat(Runs.flat(trainer.parameters())).containsExactly(before);
        assertThat(trainer.updates()).isEqualTo(updates);
    }

    @Test
    void theFirstLayerThatOverflowsIsNamed() {
        Mlp mlp = Runs.mlp(Activation.RELU, 4, 4, 4);
        for (int layer = 1; layer < 3; layer++) {
            Parameters initial = mlp.initialize(1);
            Arrays.fill(initial.weights(0), 1);
            Arrays.fill(initial.biases(0), 10);
            Arrays.fill(initial.weights(layer), 1e308);
            Trainer trainer = new Trainer(mlp, initial, Runs.SGD, Runs.CIRCLES, 1);
            trainer.update();
            assertThat(trainer.divergence().orElseThrow().layer()).isEqualTo(layer + 1);
        }
    }

    @Test
    void aFiniteLossTenTimesTheLastOneIsDivergence() {
        Trainer trainer = farPoints(1000);
        double before = trainer.metrics().train().loss();
        trainer.epoch();
        Divergence divergence = trainer.divergence().orElseThrow();
        assertThat(divergence.loss()).isFinite().isGreaterThan(10 * before);
        assertThat(divergence.epoch()).isEqualTo(1);
        assertThat(divergence.layer()).isEqualTo(1);
    }

    @Test
    void aSmallerRiseIsNot() {
        Trainer trainer = farPoints(3);
        double before = trainer.metrics().train().loss();
        trainer.epoch();
        assertThat(trainer.metrics().train().loss()).isBetween(before, 10 * before);
        assertThat(trainer.divergence()).isEmpty();
    }

    @Test
    void aRiseFromNearlyNothingToGuessingIsNot() {
        Trainer trainer = Runs.trainer(Runs.mlp(Activation.TANH, 16), Runs.SGD.withRate(1));
        IntStream.range(0, 300).forEach(_ -> trainer.epoch());
        assertThat(trainer.metrics().train().loss()).isLessThan(0.01);
        trainer.continueWith(Runs.SGD.withRegularizer(new Regularizer.L2(1)));
        IntStream.range(0, 50).forEach(_ -> trainer.epoch());
        assertThat(trainer.metrics().train().loss()).isGreaterThan(0.5);
        assertThat(trainer.divergence()).isEmpty();
    }

    /// Softmax regression on circles that are not standardized: every step overshoots.
    private static Trainer farPoints(double rate) {
        Split raw =
                new Split(
                        new DataSpec.Circles(300, 0).generate(1),
                        new SplitSpec(0.6, 0.2, 0.2, false),
                        1);
        Mlp mlp = Runs.mlp(Activation.TANH);
        return new Trainer(mlp, mlp.initialize(1), Runs.SGD.withRate(rate), raw, 1);
    }
}
