package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Regularizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Updates, unless said otherwise within one epoch of 2,500, are watched by the virtual machine's own count of bytes.
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Split ROWS = new Split(new DataSpec.Circles(5000, 0.1).generate(1), new SplitSpec(1, 0, 0, true), 1);

    @ParameterizedTest
    @MethodSource("everyOptimizerAndPenalty")
    void anUpdateAllocatesNothing(Optimizer optimizer, Regularizer regularizer) {
        TrainingSpec spec = new TrainingSpec(
                optimizer, 0.001, new LearningRateSchedule.LossRatio(100), new BatchSize.Rows(2), regularizer, 0.1,
                Optional.of(0.1), Runs.epochs(10));
        assertThat(bytesOfAThousandUpdates(Runs.mlp(Activation.TANH, 6, 4), spec)).isLessThan(1000);
    }

    static Stream<Object[]> everyOptimizerAndPenalty() {
        List<Regularizer> penalties = List.of(
                new Regularizer.None(), new Regularizer.L1(), new Regularizer.L2(), new Regularizer.ElasticNet());
        return Runs.optimizers().stream()
                .flatMap(optimizer -> penalties.stream().map(penalty -> new Object[] {optimizer, penalty}));
    }

    @Test
    void noActivationAllocates() {
        for (Activation activation : Activation.values()) {
            assertThat(bytesOfAThousandUpdates(Runs.mlp(activation, 6), Runs.SGD.withBatch(new BatchSize.Rows(2)))).isLessThan(1000);
        }
    }

    /// An update of a full batch is an epoch.
    @Test
    void anEpochAllocatesItsMetricsAndLittleElse() {
        Trainer trainer = Runs.trainer(Runs.SGD.withBatch(new BatchSize.Full()));
        bytesOf(trainer, 1000);
        assertThat(bytesOf(trainer, 1000) / 1000).isLessThan(500);
    }

    @Test
    void theCountSeesAnAllocation() {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        byte[][] kept = new byte[1000][];
        for (int i = 0; i < 1000; i++) {
            kept[i] = new byte[8];
        }
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isGreaterThan(16L * kept.length);
    }

    /// The smaller count of two stretches: what the virtual machine itself allocates once is not the update's.
    private static long bytesOfAThousandUpdates(Mlp mlp, TrainingSpec spec) {
        Trainer trainer = new Trainer(mlp, mlp.initialize(1), spec, ROWS, 1);
        bytesOf(trainer, 400);
        return Math.min(bytesOf(trainer, 1000), bytesOf(trainer, 1000));
    }

    private static long bytesOf(Trainer trainer, int updates) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int update = 0; update < updates; update++) {
            trainer.update();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
