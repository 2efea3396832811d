package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

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

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Measures the allocation of updates with the JVM's counters.
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Split ROWS =
            new Split(new DataSpec.Circles(5000, 0.1).generate(1), new SplitSpec(1, 0, 0, true), 1);

    @ParameterizedTest
    @MethodSource("everyOptimizerAndPenalty")
    void anUpdateAllocatesNothing(Optimizer optimizer, Regularizer regularizer) {
        TrainingSpec spec =
                new TrainingSpec(
                        optimizer,
                        0.001,
                        new LearningRateSchedule.LossRatio(100),
                        new BatchSize.Rows(2),
                        regularizer,
                        0.1,
                        Optional.of(0.1),
                        Runs.epochs(10));
        assertThat(bytesOfAThousandUpdates(Runs.mlp(Activation.TANH, 6, 4), spec)).isLessThan(1000);
    }

    static Stream<Object[]> everyOptimizerAndPenalty() {
        List<Regularizer> penalties =
                List.of(
                        new Regularizer.None(),
                        new Regularizer.L1(),
                        new Regularizer.L2(),
                        new Regularizer.ElasticNet(),
                        new Regularizer.PerLayer());
        return Runs.optimizers().stream()
                .flatMap(optimizer ->
                        penalties.stream().map(penalty -> new Object[] {optimizer, penalty}));
    }

    @Test
    void noActivationAllocates() {
        for (Activation activation : Activation.values()) {
            assertThat(
                            bytesOfAThousandUpdates(
                                    Runs.mlp(activation, 6),
                                    Runs.SGD.withBatch(new BatchSize.Rows(2))))
                    .isLessThan(1000);
        }
    }

    /// The native library is called on slices of arrays; the compiler eliminates most of them, but
    /// an unspecified number.
    @Test
    void nativeProductsCostLittleMoreThanAKilobyte() {
        TrainingSpec spec =
                Runs.SGD
                        .withOptimizer(new Optimizer.Adam())
                        .withRate(0.001)
                        .withBatch(new BatchSize.Rows(10));
        Mlp mlp = Runs.mlp(Activation.TANH, 16, 16);
        Trainer trainer = new Trainer(mlp, mlp.initialize(1), spec, ROWS, 1);
        assertThat(leastBytesOf(trainer, 450, 450 * 1500L)).isLessThan(450 * 1500L);
    }

    /// An update of a full batch is an epoch.
    @Test
    void anEpochAllocatesItsMetricsAndLittleElse() {
        Trainer trainer = Runs.trainer(Runs.SGD.withBatch(new BatchSize.Full()));
        assertThat(leastBytesOf(trainer, 100, 100 * 6000L)).isLessThan(100 * 6000L);
    }

    @Test
    void theCountSeesAnAllocation() {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        byte[][] kept = new byte[1000][];
        for (int i = 0; i < 1000; i++) {
            kept[i] = new byte[8];
        }
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
                .isGreaterThan(16L * kept.length);
    }

    private static long bytesOfAThousandUpdates(Mlp mlp, TrainingSpec spec) {
        Trainer trainer = new Trainer(mlp, mlp.initialize(1), spec, ROWS, 1);
        bytesOf(trainer, 400);
        return leastBytesOf(trainer, 1000, 1000);
    }

    /// The smallest count of many intervals, or the first one below `enough`: one-time allocations
    /// of the JVM, and those before the code is compiled, do not count.
    private static long leastBytesOf(Trainer trainer, int updates, long enough) {
        long least = Long.MAX_VALUE;
        for (int stretch = 0; stretch < 400 && least >= enough; stretch++) {
            least = Math.min(least, bytesOf(trainer, updates));
        }
        return least;
    }

    private static long bytesOf(Trainer trainer, int updates) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int update = 0; update < updates; update++) {
            trainer.update();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
