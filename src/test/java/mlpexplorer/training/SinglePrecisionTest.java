package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Parallel;
import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.nn.Precision;

import org.junit.jupiter.api.Test;

import java.util.List;

class SinglePrecisionTest {
    private static final TrainingSpec SINGLE =
            Runs.withDropout(Runs.SGD, 0.1)
                    .withOptimizer(new Optimizer.Adam())
                    .withRate(0.01)
                    .withPrecision(Precision.SINGLE);

    @Test
    void everyRerunAndAnyNumberOfLanesGiveTheSameBits() {
        Trainer one = wide();
        Trainer again = wide();
        Trainer two = wide();
        try (TwoThreads lanes = new TwoThreads()) {
            one.runOn(Parallel.SINGLE);
            two.runOn(lanes);
            for (int epoch = 0; epoch < 20; epoch++) {
                EpochMetrics metrics = one.epoch();
                assertThat(two.epoch()).isEqualTo(metrics);
                assertThat(again.epoch()).isEqualTo(metrics);
            }
        }
        assertThat(Runs.flat(two.parameters())).containsExactly(Runs.flat(one.parameters()));
        assertThat(Runs.flat(again.parameters())).containsExactly(Runs.flat(one.parameters()));
    }

    @Test
    void allParametersAreSingleNumbers() {
        Trainer trainer = Runs.trainer(SINGLE);
        assertSingle(trainer);
        trainer.epoch();
        assertSingle(trainer);
        trainer.set(new ParameterEdit(new ParameterPlace.Bias(0, 0), 0.1));
        assertSingle(trainer);
        assertThat(trainer.parameters().biases(0)[0]).isEqualTo(0.1f);
    }

    @Test
    void aCheckpointContinuesWithTheSameBits() {
        Trainer straight = Runs.trainer(SINGLE);
        straight.epoch();
        Checkpoint checkpoint = straight.checkpoint();
        Trainer back = Runs.trainer(Runs.SGD);
        back.restore(checkpoint);
        Trainer copy = straight.copyAt(checkpoint);
        for (int epoch = 0; epoch < 3; epoch++) {
            EpochMetrics metrics = straight.epoch();
            assertThat(back.epoch()).isEqualTo(metrics);
            assertThat(copy.epoch()).isEqualTo(metrics);
        }
        assertThat(Runs.flat(back.parameters())).containsExactly(Runs.flat(straight.parameters()));
    }

    @Test
    void learnsLikeDoublePrecision() {
        Trainer single = Runs.trainer(SINGLE);
        Trainer twice = Runs.trainer(SINGLE.withPrecision(Precision.DOUBLE));
        for (int epoch = 0; epoch < 10; epoch++) {
            single.epoch();
            twice.epoch();
        }
        assertThat(single.metrics().train().loss())
                .isNotEqualTo(twice.metrics().train().loss())
                .isCloseTo(twice.metrics().train().loss(), within(1e-4));
    }

    @Test
    void aDivergenceIsUndone() {
        Trainer trainer =
                Runs.trainer(
                        Runs.mlp(Activation.RELU, 8, 8, 8),
                        Runs.SGD.withRate(1000).withPrecision(Precision.SINGLE));
        double[] before = Runs.flat(trainer.parameters());
        trainer.epoch();
        assertThat(trainer.divergence().orElseThrow().layer()).isBetween(1, 4);
        assertThat(Runs.flat(trainer.parameters())).containsExactly(before);
    }

    private static void assertSingle(Trainer trainer) {
        for (double value : Runs.flat(trainer.parameters())) {
            assertThat(value).isEqualTo((float) value);
        }
    }

    private static Trainer wide() {
        Split split =
                new Split(new DataSpec.Spiral(600, 3, 1, 0.1).generate(1), new SplitSpec(), 1);
        Mlp mlp =
                new Mlp(
                        new ModelSpec(List.of(200, 100), Activation.TANH, new Initializer.Xavier()),
                        2,
                        3);
        return new Trainer(
                mlp, mlp.initialize(1), SINGLE.withBatch(new BatchSize.Rows(128)), split, 1);
    }
}
