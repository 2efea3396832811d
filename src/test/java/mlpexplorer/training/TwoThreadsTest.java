package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Parallel;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

class TwoThreadsTest {
    @Test
    void bothHalvesAreDoneOnceEachTime() {
        AtomicIntegerArray calls = new AtomicIntegerArray(2);
        try (TwoThreads lanes = new TwoThreads()) {
            for (int i = 0; i < 10_000; i++) {
                lanes.run(half -> calls.incrementAndGet(half));
            }
        }
        assertThat(calls.get(0)).isEqualTo(10_000);
        assertThat(calls.get(1)).isEqualTo(10_000);
    }

    @Test
    void aFailureOfEitherHalfReachesTheCaller() {
        try (TwoThreads lanes = new TwoThreads()) {
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            lanes.run(half -> {
                                if (half == 1) {
                                    throw new IllegalStateException("second");
                                }
                            }));
        }
    }

    @Test
    void theJobAfterAFailureIsDone() {
        AtomicIntegerArray calls = new AtomicIntegerArray(2);
        try (TwoThreads lanes = new TwoThreads()) {
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            lanes.run(half -> {
                                if (half == 1) {
                                    throw new IllegalStateException("second");
                                }
                            }));
            lanes.run(half -> calls.incrementAndGet(half));
        }
        assertThat(calls.get(0)).isEqualTo(1);
        assertThat(calls.get(1)).isEqualTo(1);
    }

    /// The layers differ in width, so that halves at different layers would conflict in any shared
    /// memory.
    @Test
    void aWideNetworkGetsTheSameBitsOnOneLaneAndOnTwo() {
        Trainer one = wide();
        Trainer two = wide();
        one.runOn(Parallel.SINGLE);
        try (TwoThreads lanes = new TwoThreads()) {
            two.runOn(lanes);
            for (int epoch = 0; epoch < 40; epoch++) {
                assertThat(two.epoch()).isEqualTo(one.epoch());
            }
        }
        assertThat(Runs.flat(two.parameters())).containsExactly(Runs.flat(one.parameters()));
    }

    private static Trainer wide() {
        Split split =
                new Split(new DataSpec.Spiral(600, 3, 1, 0.1).generate(1), new SplitSpec(), 1);
        Mlp mlp =
                new Mlp(
                        new ModelSpec(List.of(200, 100), Activation.TANH, new Initializer.Xavier()),
                        2,
                        3);
        TrainingSpec spec =
                Runs.withDropout(
                        new TrainingSpec()
                                .withOptimizer(new Optimizer.Adam())
                                .withBatch(new BatchSize.Rows(128)),
                        0.1);
        return new Trainer(mlp, mlp.initialize(1), spec, split, 1);
    }
}
