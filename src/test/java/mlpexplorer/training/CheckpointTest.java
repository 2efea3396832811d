package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.management.ThreadMXBean;

import mlpexplorer.nn.Activation;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Regularizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.stream.Stream;

class CheckpointTest {

    /// Compares 9 epochs with 4 epochs, a checkpoint, some other training, a restore and 5 more
    /// epochs.
    @ParameterizedTest(name = "{0}, dropout {1}, {2}")
    @MethodSource("everyOptimizerDropoutAndSchedule")
    void whoeverRestoresACheckpointGoesOnToTheSameBits(
            Optimizer optimizer, double dropout, LearningRateSchedule schedule) {
        TrainingSpec spec =
                new TrainingSpec(
                        optimizer,
                        0.02,
                        schedule,
                        new BatchSize.Rows(7),
                        new Regularizer.ElasticNet(),
                        dropout,
                        Optional.of(0.5),
                        Runs.epochs(100));
        Trainer straight = Runs.trainer(spec);
        Trainer back = Runs.trainer(spec);
        Runs.flatAfter(back, 4);
        Checkpoint checkpoint = back.checkpoint();
        back.continueWith(spec.withRate(0.5));
        back.epoch();
        back.epoch();
        back.update();
        back.restore(checkpoint);
        assertThat(Runs.flatAfter(back, 9)).containsExactly(Runs.flatAfter(straight, 9));
        assertThat(back.metrics()).isEqualTo(straight.metrics());
        assertThat(back.rate()).isEqualTo(straight.rate());
        assertThat(back.bestEpoch()).isEqualTo(straight.bestEpoch());
        Trainer other = Runs.trainer(new TrainingSpec());
        other.restore(checkpoint);
        assertThat(Runs.flatAfter(other, 9)).containsExactly(Runs.flat(straight.parameters()));
    }

    static Stream<Object[]> everyOptimizerDropoutAndSchedule() {
        return Runs.optimizers().stream()
                .flatMap(optimizer ->
                        Stream.of(0.0, 0.3)
                                .flatMap(dropout ->
                                        Runs.schedules().stream()
                                                .map(LearningRateSchedule.class::cast)
                                                .map(CheckpointTest::quick)
                                                .map(schedule ->
                                                        new Object[] {
                                                            optimizer, dropout, schedule
                                                        })));
    }

    /// With a window of 100 updates the loss-ratio rule would hardly act in so short a run.
    private static LearningRateSchedule quick(LearningRateSchedule schedule) {
        return schedule instanceof LearningRateSchedule.LossRatio
                ? new LearningRateSchedule.LossRatio(11)
                : schedule;
    }

    @Test
    void aCheckpointStaysAsItWasHoweverOftenItIsRestored() {
        Trainer trainer = Runs.trainer(Runs.SGD.withOptimizer(new Optimizer.Adam()));
        Runs.flatAfter(trainer, 3);
        Checkpoint checkpoint = trainer.checkpoint();
        double[] first = Runs.flatAfter(trainer, 8);
        for (int time = 0; time < 3; time++) {
            trainer.restore(checkpoint);
            assertThat(trainer.epochs()).isEqualTo(3);
            assertThat(Runs.flatAfter(trainer, 8)).containsExactly(first);
        }
    }

    @Test
    void whatEarlyStoppingWouldGoBackToIsRestoredToo() {
        Trainer straight = StopRuleTest.overfitting(5);
        Trainer back = StopRuleTest.overfitting(5);
        Checkpoint start = back.checkpoint();
        end(back);
        back.restore(start);
        end(back);
        end(straight);
        assertThat(back.bestEpoch()).isEqualTo(straight.bestEpoch());
        assertThat(back.metrics()).isEqualTo(straight.metrics());
        assertThat(Runs.flat(back.parameters())).containsExactly(Runs.flat(straight.parameters()));
    }

    @Test
    void aRunThatDivergedCanBeTakenBack() {
        Trainer trainer = Runs.trainer(Runs.mlp(Activation.RELU, 8, 8, 8), Runs.SGD);
        trainer.epoch();
        Checkpoint good = trainer.checkpoint();
        trainer.continueWith(Runs.SGD.withRate(1000));
        while (trainer.divergence().isEmpty() && trainer.epochs() < 50) {
            trainer.epoch();
        }
        assertThat(trainer.divergence()).isPresent();
        assertThatIllegalStateException().isThrownBy(trainer::checkpoint);
        trainer.restore(good);
        assertThat(trainer.divergence()).isEmpty();
        assertThat(trainer.epoch().epoch()).isEqualTo(2);
    }

    @Test
    void inTheMiddleOfAnEpochThereIsNone() {
        Trainer trainer = Runs.trainer(Runs.SGD);
        trainer.update();
        assertThatIllegalStateException()
                .isThrownBy(trainer::checkpoint)
                .withMessage(
                        "A checkpoint is taken between two epochs of a run that has not diverged.");
    }

    @Test
    void anotherNetworksCheckpointIsRefusedAndChangesNothing() {
        Trainer trainer = Runs.trainer(Runs.SGD);
        Checkpoint foreign =
                Runs.trainer(Runs.mlp(Activation.TANH, 3), Runs.SGD.withRate(0.7)).checkpoint();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.restore(foreign))
                .withMessage("The shapes differ: 2-3-2 does not fit 2-6-4-2.");
        assertThat(trainer.spec()).isEqualTo(Runs.SGD);
    }

    @Test
    void checkpointsShareTheBestParametersUntilThereAreBetterOnes() {
        Trainer trainer = StopRuleTest.overfitting(1_000_000);
        Checkpoint before = trainer.checkpoint();
        int shared = 0;
        for (int epoch = 1; epoch <= 60; epoch++) {
            trainer.epoch();
            Checkpoint now = trainer.checkpoint();
            boolean better = trainer.bestEpoch() == epoch;
            assertThat(now.best()).isSameAs(better ? now.parameters() : before.best());
            assertThat(now.bytesBeside(before)).isLessThanOrEqualTo(now.bytes());
            shared += better ? 0 : 1;
            before = now;
        }
        assertThat(shared).isPositive();
    }

    @Test
    void theMemoryItSaysIsTheMemoryItTakes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (Optimizer optimizer : Runs.optimizers()) {
            for (int units : new int[] {4, 300}) {
                Trainer trainer =
                        Runs.trainer(
                                Runs.mlp(Activation.TANH, units, units),
                                Runs.SGD.withOptimizer(optimizer));
                Checkpoint[] kept = {trainer.checkpoint(), trainer.checkpoint()};
                long before = threads.getCurrentThreadAllocatedBytes();
                kept[0] = trainer.checkpoint();
                long allocated = threads.getCurrentThreadAllocatedBytes() - before;
                assertThat(kept[0].bytesBeside(kept[1]))
                        .isBetween(allocated * 8 / 10, allocated * 12 / 10 + 500);
            }
        }
    }

    private static void end(Trainer trainer) {
        do {
            trainer.epoch();
        } while (trainer.stopReason(0).isEmpty() && trainer.epochs() < 1000);
        trainer.restoreBest();
    }
}
