package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import mlpexplorer.nn.Optimizer;

import org.junit.jupiter.api.Test;

class CheckpointLogTest {
    private final Trainer trainer =
            Runs.trainer(
                    Runs.SGD
                            .withOptimizer(new Optimizer.Adam())
                            .withRate(0.01)
                            .withBatch(new BatchSize.Full()));

    @Test
    void everyEpochIsKeptWhileThereIsRoom() {
        CheckpointLog log = filled(new CheckpointLog(), 100);
        assertThat(log.all()).hasSize(101);
        assertThat(log.stride()).isEqualTo(1);
        assertThat(log.atOrBefore(37).epoch()).isEqualTo(37);
    }

    @Test
    void theBudgetIsNeverExceeded() {
        CheckpointLog log = new CheckpointLog(100_000);
        log.add(trainer.checkpoint());
        long largest = 0;
        for (int epoch = 1; epoch <= 2000; epoch++) {
            trainer.epoch();
            log.add(trainer.checkpoint());
            largest = Math.max(largest, log.bytes());
        }
        assertThat(largest).isBetween(90_000L, 100_000L);
        assertThat(log.bytes()).isGreaterThan(40_000);
    }

    @Test
    void aFullLogKeepsEverySecondThenEveryFourthEpoch() {
        CheckpointLog log = new CheckpointLog(60_000);
        long stride = 1;
        log.add(trainer.checkpoint());
        for (int epoch = 1; epoch <= 500; epoch++) {
            trainer.epoch();
            log.add(trainer.checkpoint());
            assertThat(log.stride()).isIn(stride, 2 * stride);
            stride = log.stride();
            assertThat(log.atOrBefore(epoch).epoch()).isEqualTo(epoch - epoch % stride);
            assertThat(log.all()).hasSize((int) (epoch / stride) + 1);
        }
        assertThat(stride).isGreaterThan(8);
    }

    @Test
    void anEpochBetweenThoseThatAreKeptIsNotWanted() {
        CheckpointLog log = filled(new CheckpointLog(60_000), 500);
        long stride = log.stride();
        long next = (500 / stride + 1) * stride;
        assertThat(log.wants(next)).isTrue();
        assertThat(log.wants(next + 1)).isFalse();
        assertThat(log.wants(stride)).isFalse();
    }

    @Test
    void theFirstIsKeptWhateverItsSize() {
        CheckpointLog log = filled(new CheckpointLog(1), 40);
        assertThat(log.all()).hasSize(1);
        assertThat(log.atOrBefore(39).epoch()).isZero();
    }

    @Test
    void whatLiesAfterACutIsForgottenAndMayComeAgain() {
        CheckpointLog log = filled(new CheckpointLog(), 30);
        long all = log.bytes();
        Checkpoint twelfth = log.atOrBefore(12);
        log.truncateAfter(12);
        assertThat(log.all()).hasSize(13);
        assertThat(log.bytes()).isLessThan(all / 2);
        assertThat(log.atOrBefore(29)).isSameAs(twelfth);
        assertThat(log.wants(13)).isTrue();
    }

    @Test
    void whatTheLogTakesIsTheSumOfItsPartsSharedOnesCountedOnce() {
        CheckpointLog log = filled(new CheckpointLog(), 20);
        long sum = log.atOrBefore(0).bytes();
        for (int epoch = 1; epoch <= 20; epoch++) {
            sum += log.atOrBefore(epoch).bytesBeside(log.atOrBefore(epoch - 1));
        }
        assertThat(log.bytes()).isEqualTo(sum);
        log.truncateAfter(20);
        assertThat(log.bytes()).isEqualTo(sum);
    }

    @Test
    void beforeTheFirstThereIsNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CheckpointLog().atOrBefore(3))
                .withMessage("There is no checkpoint at epoch 3 or before.");
    }

    private CheckpointLog filled(CheckpointLog log, int epochs) {
        log.add(trainer.checkpoint());
        for (int epoch = 1; epoch <= epochs; epoch++) {
            trainer.epoch();
            log.add(trainer.checkpoint());
        }
        return log;
    }
}
