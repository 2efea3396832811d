package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A run is a function of its specification, bit for bit.
class ReplayTest {

    @ParameterizedTest
    @MethodSource("specs")
    void twoRunsOfOneSpecificationAreEqualEpochByEpoch(TrainingSpec spec) {
        Trainer one = Runs.trainer(spec);
        Trainer other = Runs.trainer(spec);
        for (int epoch = 0; epoch < 15; epoch++) {
            assertThat(one.epoch()).isEqualTo(other.epoch());
            assertThat(Runs.flat(one.parameters())).containsExactly(Runs.flat(other.parameters()));
        }
        assertThat(one.metrics().epoch()).isEqualTo(15);
    }

    static Stream<TrainingSpec> specs() {
        Stream<TrainingSpec> plain =
                Runs.optimizers().stream()
                        .map(optimizer -> Runs.SGD.withRate(0.01).withOptimizer(optimizer));
        TrainingSpec all =
                new TrainingSpec(
                        new Optimizer.Adam(),
                        0.01,
                        new LearningRateSchedule.LossRatio(7),
                        new BatchSize.Rows(7),
                        new Regularizer.ElasticNet(),
                        0.3,
                        Optional.of(0.5),
                        Runs.epochs(100));
        return Stream.concat(
                plain,
                Stream.of(
                        all,
                        Runs.withDropout(Runs.SGD, 0.5),
                        Runs.SGD.withBatch(new BatchSize.Full())));
    }

    @Test
    void updatesMadeSinglyAreTheSameRun() {
        Trainer byEpoch = Runs.trainer(Runs.withDropout(Runs.SGD, 0.2));
        Trainer byUpdate = Runs.trainer(Runs.withDropout(Runs.SGD, 0.2));
        IntStream.range(0, 4).forEach(_ -> byEpoch.epoch());
        IntStream.range(0, 4 * 18).forEach(_ -> byUpdate.update());
        assertThat(byUpdate.metrics()).isEqualTo(byEpoch.metrics());
        assertThat(Runs.flat(byUpdate.parameters()))
                .containsExactly(Runs.flat(byEpoch.parameters()));
    }

    @Test
    void theBatchSeedChangesTheRun() {
        Mlp mlp = Runs.mlp(Activation.TANH, 4);
        Trainer one = new Trainer(mlp, mlp.initialize(1), Runs.SGD, Runs.CIRCLES, 1);
        Trainer two = new Trainer(mlp, mlp.initialize(1), Runs.SGD, Runs.CIRCLES, 2);
        assertThat(one.epoch().train().loss()).isNotEqualTo(two.epoch().train().loss());
    }

    @Test
    void theCallersParametersAreLeftAlone() {
        Mlp mlp = Runs.mlp(Activation.TANH, 4);
        Parameters initial = mlp.initialize(1);
        new Trainer(mlp, initial, Runs.SGD, Runs.CIRCLES, 1).epoch();
        assertThat(Runs.flat(initial)).containsExactly(Runs.flat(mlp.initialize(1)));
    }

    @Test
    void everyRowIsSeenOnceAnEpoch() {
        assertThat(rowsOfThreeEpochs(0.1, 1, 1))
                .allSatisfy(rows ->
                        assertThat(rows.stream().sorted())
                                .containsExactlyElementsOf(
                                        IntStream.range(0, 12).boxed().toList()));
    }

    @Test
    void theOrderDiffersFromEpochToEpochAndFromSeedToSeed() {
        assertThat(rowsOfThreeEpochs(0.1, 1, 1))
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(rowsOfThreeEpochs(0.1, 1, 2));
    }

    @Test
    void theOrderDependsOnSeedAndEpochAlone() {
        assertThat(rowsOfThreeEpochs(0.1, 1, 1)).isEqualTo(rowsOfThreeEpochs(0.003, 77, 1));
    }

    @Test
    void aShortLastBatchIsABatch() {
        Split twelve = twelve();
        Mlp mlp = Runs.mlp(Activation.TANH, 5);
        Trainer trainer =
                new Trainer(
                        mlp,
                        mlp.initialize(1),
                        Runs.SGD.withBatch(new BatchSize.Rows(5)),
                        twelve,
                        1);
        Parameters expected = mlp.initialize(1);
        for (List<Integer> order : rowsOfThreeEpochs(0.1, 1, 1)) {
            trainer.epoch();
            epochByHand(
                    mlp,
                    expected,
                    twelve.train(),
                    order.stream().mapToInt(Integer::intValue).toArray(),
                    5);
            assertThat(Runs.flat(trainer.parameters()))
                    .containsExactly(Runs.flat(expected), within(1e-13));
        }
        assertThat(trainer.updates()).isEqualTo(9);
    }

    @Test
    void aFullBatchTakesTheRowsAsTheyStand() {
        Split twelve = twelve();
        Mlp mlp = Runs.mlp(Activation.TANH, 5);
        Parameters expected = mlp.initialize(1);
        epochByHand(mlp, expected, twelve.train(), IntStream.range(0, 12).toArray(), 12);
        for (BatchSize size :
                List.of(new BatchSize.Full(), new BatchSize.Rows(12), new BatchSize.Rows(500))) {
            Trainer trainer =
                    new Trainer(mlp, mlp.initialize(1), Runs.SGD.withBatch(size), twelve, 1);
            trainer.epoch();
            assertThat(Runs.flat(trainer.parameters()))
                    .containsExactly(Runs.flat(expected), within(1e-13));
            assertThat(trainer.updates()).isEqualTo(1);
        }
    }

    /// At such a small rate, an epoch hardly changes the weights, so only different masks can cause
    /// a different gradient.
    @Test
    void dropoutMasksDifferFromEpochToEpoch() {
        Trainer trainer =
                Runs.trainer(
                        Runs.withDropout(Runs.SGD, 0.5)
                                .withRate(1e-6)
                                .withBatch(new BatchSize.Full()));
        double[][] at =
                IntStream.range(0, 3)
                        .mapToObj(_ -> {
                            double[] now = Runs.flat(trainer.parameters());
                            trainer.epoch();
                            return now;
                        })
                        .toArray(double[][]::new);
        assertThat(moved(at[1], at[2])).isNotCloseTo(moved(at[0], at[1]), withinPercentage(1));
    }

    private static double moved(double[] from, double[] to) {
        return Math.sqrt(
                IntStream.range(0, from.length)
                        .mapToDouble(i -> Math.pow(to[i] - from[i], 2))
                        .sum());
    }

    /// SGD at rate 0.1; `p` is modified.
    private static void epochByHand(Mlp mlp, Parameters p, Samples train, int[] order, int batch) {
        Parameters gradient = p.zeros();
        Workspace w = mlp.workspace(batch);
        for (int from = 0; from < order.length; from += batch) {
            w.load(train, order, from, Math.min(order.length, from + batch));
            mlp.lossAndGradient(p, w, gradient);
            for (int l = 0; l < p.layers(); l++) {
                descend(p.weights(l), gradient.weights(l));
                descend(p.biases(l), gradient.biases(l));
            }
        }
    }

    private static void descend(double[] w, double[] g) {
        for (int i = 0; i < w.length; i++) {
            w[i] -= 0.1 * g[i];
        }
    }

    private static Split twelve() {
        return new Split(
                new DataSpec.Circles(12, 0.1).generate(1), new SplitSpec(1, 0, 0, true), 1);
    }

    /// The row used by each update. In softmax regression by single rows, `∂W = xᵀ·delta` and `∂b =
    /// delta`, so the changes of weights and biases identify the row.
    private static List<List<Integer>> rowsOfThreeEpochs(
            double rate, long initSeed, long batchSeed) {
        Mlp mlp = Runs.mlp(Activation.TANH);
        TrainingSpec spec = Runs.SGD.withRate(rate).withBatch(new BatchSize.Rows(1));
        Trainer trainer = new Trainer(mlp, mlp.initialize(initSeed), spec, twelve(), batchSeed);
        List<List<Integer>> epochs = new ArrayList<>();
        for (int epoch = 0; epoch < 3; epoch++) {
            List<Integer> rows = new ArrayList<>();
            for (int update = 0; update < 12; update++) {
                Parameters before = trainer.parameters().copy();
                trainer.update();
                double bias = trainer.parameters().biases(0)[0] - before.biases(0)[0];
                double weight = trainer.parameters().weights(0)[0] - before.weights(0)[0];
                rows.add(nearest(twelve().train(), weight / bias));
            }
            epochs.add(rows);
        }
        return epochs;
    }

    private static int nearest(Samples samples, double x) {
        return IntStream.range(0, samples.rows())
                .boxed()
                .min((one, other) ->
                        Double.compare(
                                Math.abs(samples.feature(one, 0) - x),
                                Math.abs(samples.feature(other, 0) - x)))
                .orElseThrow();
    }
}
