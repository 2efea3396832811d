package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Regularizer;

import org.junit.jupiter.api.Test;

class ForkTest {
    private static final TrainingSpec MOMENTUM =
            Runs.SGD.withRate(0.02).withOptimizer(new Optimizer.Momentum(0.9));

    @Test
    void aForkUnderTheSameKnobsIsTheSameRun() {
        Trainer trainer = after(5, MOMENTUM);
        assertThat(Runs.flatAfter(Runs.fork(trainer, MOMENTUM), 9))
                .containsExactly(Runs.flatAfter(trainer, 9));
    }

    @Test
    void aForkLeavesItsParentAlone() {
        Trainer trainer = after(5, MOMENTUM);
        Runs.flatAfter(Runs.fork(trainer, MOMENTUM.withRate(0.5)), 9);
        assertThat(trainer.epochs()).isEqualTo(5);
        assertThat(trainer.spec()).isEqualTo(MOMENTUM);
        assertThat(Runs.flatAfter(trainer, 9))
                .containsExactly(Runs.flatAfter(Runs.trainer(MOMENTUM), 9));
    }

    @Test
    void aForkBeginsWithTheWeightsAndTheEpochsOfItsParent() {
        Trainer trainer = after(5, MOMENTUM);
        Trainer fork = Runs.fork(trainer, Runs.SGD.withBatch(new BatchSize.Full()));
        assertThat(fork.metrics()).isEqualTo(trainer.metrics());
        assertThat(Runs.flat(fork.parameters())).containsExactly(Runs.flat(trainer.parameters()));
        assertThat(fork.epoch().epoch()).isEqualTo(6);
        assertThat(fork.updates()).isEqualTo(5 * 18 + 1);
    }

    @Test
    void theSameOptimizerKeepsItsMemoryUnderNewKnobs() {
        Trainer trainer = after(5, MOMENTUM);
        Trainer fork = Runs.fork(trainer, MOMENTUM.withOptimizer(new Optimizer.Momentum(0.5)));
        Trainer fresh =
                Runs.fork(
                        Runs.fork(trainer, Runs.SGD),
                        MOMENTUM.withOptimizer(new Optimizer.Momentum(0.5)));
        assertThat(Runs.flatAfter(fork, 6)).isNotEqualTo(Runs.flatAfter(fresh, 6));
        Trainer live = after(5, MOMENTUM);
        live.continueWith(MOMENTUM.withOptimizer(new Optimizer.Momentum(0.5)));
        assertThat(Runs.flatAfter(live, 6)).containsExactly(Runs.flat(fork.parameters()));
    }

    /// Adam's first step is η long in every coordinate, whatever it did before.
    @Test
    void anotherOptimizerStartsAfresh() {
        Trainer fork =
                Runs.fork(
                        after(5, MOMENTUM),
                        MOMENTUM.withOptimizer(new Optimizer.Adam()).withRate(1e-4));
        double[] before = Runs.flat(fork.parameters());
        fork.update();
        double[] now = Runs.flat(fork.parameters());
        for (int i = 0; i < before.length; i++) {
            assertThat(Math.abs(now[i] - before[i])).isBetween(0.99e-4, 1.0001e-4);
        }
    }

    @Test
    void theSameScheduleGoesOnAndAnotherOneStartsAfresh() {
        TrainingSpec ratio = Runs.withSchedule(Runs.SGD, new LearningRateSchedule.LossRatio(5));
        Trainer trainer = after(5, ratio);
        assertThat(trainer.rate()).isNotEqualTo(0.1);
        assertThat(Runs.fork(trainer, ratio.withBatch(new BatchSize.Full())).rate())
                .isEqualTo(trainer.rate());
        assertThat(
                        Runs.fork(
                                        trainer,
                                        Runs.withSchedule(
                                                ratio, new LearningRateSchedule.LossRatio(6)))
                                .rate())
                .isEqualTo(0.1);
    }

    @Test
    void aPenaltyForAnotherDepthIsRefused() {
        Trainer trainer = after(1, Runs.SGD);
        TrainingSpec two =
                Runs.SGD.withRegularizer(
                        new Regularizer.PerLayer(
                                new Regularizer.PerLayer().layers().subList(0, 2)));
        String message =
                "regularizer.layers has 2 entries, but must have 3, one for each hidden layer and"
                        + " one for the output.";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Runs.fork(trainer, two))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.continueWith(two))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Runs.trainer(two))
                .withMessage(message);
    }

    private static Trainer after(long epochs, TrainingSpec spec) {
        Trainer trainer = Runs.trainer(spec);
        Runs.flatAfter(trainer, epochs);
        return trainer;
    }
}
