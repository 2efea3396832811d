package mlpexplorer.experiment.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.RandomStream;
import mlpexplorer.nn.ReferenceMlp;
import mlpexplorer.nn.ReferenceOptimizer;
import mlpexplorer.nn.Samples;
import mlpexplorer.training.BatchSize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class RateRangeTest {
    private static final int UPDATES = 80;

    static Stream<Optimizer> optimizers() {
        return OptimizerRace.all().stream();
    }

    private static RunSpec circles(int batch) {
        RunSpec spec = new RunSpec().withData(new DataSpec.Circles(50, 0.1));
        return spec.withModel(
                        spec.model().withUnits(List.of(3)).withActivation(List.of(Activation.TANH)))
                .withTraining(spec.training().withBatch(new BatchSize.Rows(batch)));
    }

    private static RateRange.Report run(RunSpec spec, double from, double to, int updates) {
        return new RateRange(new RunStart(spec), from, to, updates)
                .run(() -> false, _ -> {}, System::nanoTime);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void lossesAreThoseOfAReferenceNetworkWithTheSameUpdates(Optimizer optimizer) {
        RunSpec given = circles(7);
        RunSpec spec =
                given.withTraining(
                        given.training()
                                .withOptimizer(optimizer)
                                .withSchedule(new LearningRateSchedule.Exponential(0.5)));
        RateRange.Report report = run(spec, 1e-4, 0.05, UPDATES);
        double[] expected = reference(spec, optimizer, 1e-4, 0.05);
        assertThat(report.points()).hasSize(UPDATES);
        for (int i = 0; i < UPDATES; i++) {
            RateRange.Point point = report.points().get(i);
            assertThat(point.loss()).isCloseTo(expected[i], within(1e-10));
            assertThat(point.rate())
                    .isCloseTo(1e-4 * Math.exp(Math.log(500) * i / (UPDATES - 1)), within(1e-12));
            int reach = Math.min(UPDATES / 40, Math.min(i, UPDATES - 1 - i));
            assertThat(point.smoothed())
                    .isCloseTo(
                            IntStream.rangeClosed(i - reach, i + reach)
                                    .mapToDouble(k -> expected[k])
                                    .average()
                                    .orElseThrow(),
                            within(1e-10));
        }
        assertThat(report.isFinished()).isTrue();
        assertThat(report.diverged()).isFalse();
    }

    /// The losses before each update, one number at a time.
    private static double[] reference(RunSpec spec, Optimizer optimizer, double from, double to) {
        Split split = spec.splitData();
        Samples train = split.train();
        Parameters initial = spec.mlp(split.shape()).initialize(spec.seeds().init());
        ReferenceMlp net = ReferenceMlp.of(Activation.TANH, initial);
        List<ReferenceOptimizer> rules = new ArrayList<>();
        double[] losses = new double[UPDATES];
        int[] order = new int[train.rows()];
        int position = order.length;
        int epoch = 0;
        int batch = ((BatchSize.Rows) spec.training().batch()).count();
        for (int i = 0; i < UPDATES; i++) {
            if (position == order.length) {
                new RandomStream(spec.seeds().batches(), 1, epoch++).permutation(order);
                position = 0;
            }
            int[] rows =
                    Arrays.copyOfRange(order, position, Math.min(order.length, position + batch));
            position += rows.length;
            double[][] x =
                    Arrays.stream(rows)
                            .mapToObj(r ->
                                    IntStream.range(0, train.columns())
                                            .mapToDouble(c -> train.feature(r, c))
                                            .toArray())
                            .toArray(double[][]::new);
            int[] y = Arrays.stream(rows).map(train::label).toArray();
            losses[i] = net.loss(x, y);
            ReferenceMlp gradient = net.gradient(x, y, new double[2], new double[2]);
            double rate = from * Math.exp(Math.log(to / from) * i / (UPDATES - 1));
            int next = 0;
            for (int l = 0; l < net.w.length; l++) {
                for (int a = 0; a < net.w[l].length; a++) {
                    for (int b = 0; b < net.b[l].length; b++) {
                        net.w[l][a][b] =
                                rule(rules, next++, optimizer, true)
                                        .step(net.w[l][a][b], gradient.w[l][a][b], rate);
                    }
                }
                for (int b = 0; b < net.b[l].length; b++) {
                    net.b[l][b] =
                            rule(rules, next++, optimizer, false)
                                    .step(net.b[l][b], gradient.b[l][b], rate);
                }
            }
        }
        return losses;
    }

    private static ReferenceOptimizer rule(
            List<ReferenceOptimizer> rules, int index, Optimizer optimizer, boolean decays) {
        while (rules.size() <= index) {
            rules.add(new ReferenceOptimizer(optimizer, decays));
        }
        return rules.get(index);
    }

    /// A line through points has the gradient 2·mean((w·x + b − t)·x).
    @Test
    void lossesOfARegressionAreThoseOfALine() {
        RunSpec spec = new RunSpec().withData(new DataSpec.PlaneSurface(60, 0.1));
        spec =
                spec.withModel(spec.model().withUnits(List.of()))
                        .withTraining(
                                spec.training()
                                        .withOptimizer(new Optimizer.Sgd())
                                        .withBatch(new BatchSize.Full()));
        RateRange.Report report = run(spec, 1e-3, 0.5, 30);
        Split split = spec.splitData();
        Samples train = split.train();
        Parameters p = spec.mlp(split.shape()).initialize(spec.seeds().init());
        double[] w = {p.weights(0)[0], p.weights(0)[1], p.biases(0)[0]};
        for (int i = 0; i < 30; i++) {
            double loss = 0;
            double[] g = new double[3];
            for (int r = 0; r < train.rows(); r++) {
                double error =
                        w[0] * train.feature(r, 0)
                                + w[1] * train.feature(r, 1)
                                + w[2]
                                - train.target(r);
                loss += error * error / train.rows();
                g[0] += 2 * error * train.feature(r, 0) / train.rows();
                g[1] += 2 * error * train.feature(r, 1) / train.rows();
                g[2] += 2 * error / train.rows();
            }
            assertThat(report.points().get(i).loss()).isCloseTo(loss, within(1e-10));
            double rate = 1e-3 * Math.pow(500, i / 29.0);
            for (int k = 0; k < 3; k++) {
                w[k] -= rate * g[k];
            }
        }
    }

    @Test
    void aRateThatIsTooHighEndsTheTest() {
        RunSpec plane = new RunSpec().withData(new DataSpec.PlaneSurface(60, 0.1));
        RunSpec spec = plane.withTraining(plane.training().withOptimizer(new Optimizer.Sgd()));
        RateRange.Report report = run(spec, 1e-4, 1000, 400);
        assertThat(report.diverged()).isTrue();
        assertThat(report.isFinished()).isTrue();
        assertThat(report.points()).hasSizeBetween(50, 399);
        RateRange.Suggestion found = report.suggestion().orElseThrow();
        assertThat(found.rate()).isBetween(0.9 * found.from(), 1.1 * found.to());
        assertThat(found.to()).isLessThan(report.points().getLast().rate());
    }

    /// A loss that falls from 1 to 0 along a line in log rate falls by a tenth each tenth of it.
    @Test
    void theRangeIsBetweenOneTenthAndNineTenthsOfTheFall() {
        List<RateRange.Point> points = new ArrayList<>();
        for (int i = 0; i <= 400; i++) {
            double loss = Math.clamp(2 - i / 100.0, 0, 1) + (i > 350 ? i - 350 : 0);
            points.add(new RateRange.Point(Math.pow(10, i / 100.0), loss, loss));
        }
        RateRange.Suggestion found =
                new RateRange.Report(points, 5, true, true).suggestion().orElseThrow();
        assertThat(Math.log10(found.from())).isCloseTo(1.1, within(0.011));
        assertThat(Math.log10(found.to())).isCloseTo(1.9, within(0.011));
        assertThat(found.rate()).isBetween(found.from(), found.to());
    }

    @Test
    void aLossThatDoesNotFallSuggestsNothing() {
        List<RateRange.Point> points =
                IntStream.range(0, 100).mapToObj(i -> new RateRange.Point(i + 1, 1, 1)).toList();
        assertThat(new RateRange.Report(points, 2, false, true).suggestion()).isEmpty();
    }

    @Test
    void aCanceledTestReportsItsUpdates() {
        RateRange.Report report =
                new RateRange(new RunStart(circles(7)), 1e-4, 1, 100)
                        .run(() -> true, _ -> {}, System::nanoTime);
        assertThat(report.points()).isEmpty();
        assertThat(report.isFinished()).isFalse();
        assertThat(report.suggestion()).isEmpty();
    }

    @Test
    void ratesMustBeInOrder() {
        RunStart start = new RunStart(circles(7));
        assertThatThrownBy(() -> new RateRange(start, 1, 0.1, 100))
                .hasMessage("from must be below to.");
        assertThatThrownBy(() -> new RateRange(start, 0, 0.1, 100)).hasMessageContaining("from");
        assertThatThrownBy(() -> new RateRange(start, 0.1, 1, 5)).hasMessageContaining("updates");
    }
}
