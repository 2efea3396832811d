package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import mlpexplorer.nn.Score;
import mlpexplorer.nn.Workspace;
import mlpexplorer.training.StopRule.StopReason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.IntStream;
import java.util.stream.Stream;

class TrainerTest {

    @Test
    void epochZeroIsMeasuredBeforeTheFirstUpdate() {
        Trainer trainer = Runs.trainer(Runs.SGD);
        assertThat(trainer.metrics().epoch()).isZero();
        assertThat(trainer.metrics().updates()).isZero();
        assertClose(trainer.metrics().train(), plainScore(trainer, Runs.CIRCLES.train()));
    }

    @Test
    void theSixNumbersArePlainMeansOverTheirParts() {
        Trainer trainer = Runs.trainer(Runs.SGD);
        EpochMetrics metrics =
                IntStream.range(0, 5).mapToObj(_ -> trainer.epoch()).toList().getLast();
        assertClose(metrics.train(), plainScore(trainer, Runs.CIRCLES.train()));
        assertClose(metrics.validation(), plainScore(trainer, Runs.CIRCLES.validation()));
        assertClose(metrics.test(), plainScore(trainer, Runs.CIRCLES.test()));
        assertThat(metrics.updates()).isEqualTo(5 * 18);
    }

    @Test
    void dropoutDoesNotBlurTheMetrics() {
        Trainer trainer = Runs.trainer(Runs.withDropout(Runs.SGD, 0.5));
        trainer.epoch();
        assertClose(trainer.metrics().train(), plainScore(trainer, Runs.CIRCLES.train()));
    }

    @Test
    void aMissingPartHasNoNumbers() {
        Split trainOnly =
                new Split(new DataSpec.Circles().generate(1), new SplitSpec(1, 0, 0, true), 1);
        Mlp mlp = Runs.mlp(Activation.TANH, 4);
        EpochMetrics metrics = new Trainer(mlp, mlp.initialize(1), Runs.SGD, trainOnly, 1).epoch();
        assertThat(metrics.validation()).isEqualTo(new Score(Double.NaN, Double.NaN));
        assertThat(metrics.test()).isEqualTo(new Score(Double.NaN, Double.NaN));
    }

    @Test
    void thePenaltyStandsApartFromTheLoss() {
        Trainer trainer = Runs.trainer(Runs.SGD.withRegularizer(new Regularizer.L2(0.01)));
        trainer.epoch();
        assertThat(trainer.metrics().penalty())
                .isEqualTo(new Regularizer.L2(0.01).penalty(trainer.parameters()));
        assertClose(trainer.metrics().train(), plainScore(trainer, Runs.CIRCLES.train()));
    }

    @Test
    void aLargerPenaltyLeavesSmallerWeights() {
        double[] norms =
                IntStream.range(0, 3)
                        .mapToDouble(k -> {
                            Trainer trainer =
                                    Runs.trainer(
                                            Runs.SGD.withRegularizer(
                                                    new Regularizer.L2(
                                                            new double[] {0, 0.003, 0.03}[k])));
                            IntStream.range(0, 50).forEach(_ -> trainer.epoch());
                            return trainer.parameters().norm();
                        })
                        .toArray();
        assertThat(norms[1]).isLessThan(norms[0]);
        assertThat(norms[2]).isLessThan(norms[1]);
    }

    @Test
    void lambdaZeroIsExactlyTheRunWithoutPenalty() {
        for (Regularizer zero :
                new Regularizer[] {
                    new Regularizer.L1(0), new Regularizer.L2(0), new Regularizer.ElasticNet(0, 0)
                }) {
            Trainer with = Runs.trainer(Runs.SGD.withRegularizer(zero));
            Trainer without = Runs.trainer(Runs.SGD);
            for (int epoch = 0; epoch < 10; epoch++) {
                assertThat(with.epoch()).isEqualTo(without.epoch());
            }
            assertThat(Runs.flat(with.parameters()))
                    .containsExactly(Runs.flat(without.parameters()));
        }
    }

    @Test
    void clippingLimitsTheLengthOfAStep() {
        Trainer trainer = Runs.trainer(Runs.withClip(Runs.SGD, 1e-3));
        double[] before = Runs.flat(trainer.parameters());
        trainer.update();
        double[] after = Runs.flat(trainer.parameters());
        double moved =
                Math.sqrt(
                        IntStream.range(0, after.length)
                                .mapToDouble(i -> Math.pow(after[i] - before[i], 2))
                                .sum());
        assertThat(moved).isCloseTo(0.1 * 1e-3, within(1e-12));
    }

    @Test
    void aShorterGradientIsNotClipped() {
        Trainer clipped = Runs.trainer(Runs.withClip(Runs.SGD, 1e6));
        Trainer free = Runs.trainer(Runs.SGD);
        clipped.epoch();
        free.epoch();
        assertThat(Runs.flat(clipped.parameters()))
                .containsExactly(Runs.flat(free.parameters()), within(1e-13));
    }

    @Test
    void theRateFollowsItsScheduleFromEpochToEpoch() {
        TrainingSpec halving =
                new TrainingSpec(
                        new Optimizer.Sgd(),
                        0.08,
                        new LearningRateSchedule.Step(0.5, 2),
                        new BatchSize.Full(),
                        new Regularizer.None(),
                        0,
                        Runs.SGD.clip(),
                        Runs.epochs(10));
        Trainer trainer = Runs.trainer(halving);
        double[] rates =
                IntStream.range(0, 5)
                        .mapToDouble(_ -> {
                            double rate = trainer.rate();
                            trainer.epoch();
                            return rate;
                        })
                        .toArray();
        assertThat(rates).containsExactly(0.08, 0.08, 0.04, 0.04, 0.02);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theScheduleScalesTheStepsOfEveryOptimizer(Optimizer optimizer) {
        TrainingSpec warm =
                new TrainingSpec(
                        optimizer,
                        0.08,
                        new LearningRateSchedule.Warmup(2),
                        new BatchSize.Rows(10),
                        new Regularizer.None(),
                        0,
                        Runs.SGD.clip(),
                        Runs.epochs(10));
        Trainer scheduled = Runs.trainer(warm);
        Trainer constant = Runs.trainer(Runs.SGD.withOptimizer(optimizer).withRate(0.04));
        scheduled.epoch();
        constant.epoch();
        assertThat(Runs.flat(scheduled.parameters()))
                .containsExactly(Runs.flat(constant.parameters()));
    }

    static Stream<Optimizer> optimizers() {
        return Runs.optimizers().stream();
    }

    @Test
    void everyScheduleSetsTheRateOfEachEpochOfARun() {
        assertThat(rates(new LearningRateSchedule.Constant()))
                .containsExactly(0.08, 0.08, 0.08, 0.08);
        assertThat(rates(new LearningRateSchedule.Step(0.5, 1)))
                .containsExactly(0.08, 0.04, 0.02, 0.01);
        assertThat(rates(new LearningRateSchedule.Exponential(0.9)))
                .containsExactly(new double[] {0.08, 0.072, 0.0648, 0.05832}, within(1e-15));
        assertThat(rates(new LearningRateSchedule.Cosine(2, 0.5)))
                .containsExactly(new double[] {0.08, 0.06, 0.04, 0.04}, within(1e-15));
        assertThat(rates(new LearningRateSchedule.InverseTime(1)))
                .containsExactly(new double[] {0.08, 0.04, 0.08 / 3, 0.02}, within(1e-15));
        assertThat(rates(new LearningRateSchedule.Plateau(0.5, 0)))
                .as("the loss falls in each epoch")
                .containsExactly(0.08, 0.08, 0.08, 0.08);
        assertThat(rates(new LearningRateSchedule.Warmup(3)))
                .containsExactly(new double[] {0.08 / 3, 0.16 / 3, 0.08, 0.08}, within(1e-15));
        assertThat(rates(new LearningRateSchedule.LossRatio(1)))
                .startsWith(0.08, 0.08)
                .isNotEqualTo(new double[] {0.08, 0.08, 0.08, 0.08});
    }

    private static double[] rates(LearningRateSchedule schedule) {
        Trainer trainer =
                Runs.trainer(
                        Runs.withSchedule(
                                Runs.SGD.withRate(0.08).withBatch(new BatchSize.Full()), schedule));
        return IntStream.range(0, 4)
                .mapToDouble(_ -> {
                    double rate = trainer.rate();
                    assertThat(trainer.epoch().rate()).isEqualTo(rate);
                    return rate;
                })
                .toArray();
    }

    @Test
    void aPlateauOfTheValidationLossLowersTheRate() {
        Trainer trainer =
                Runs.trainer(
                        Runs.withSchedule(
                                Runs.SGD.withRate(1e-12),
                                new LearningRateSchedule.Plateau(0.5, 2)));
        double[] rates =
                IntStream.range(0, 8)
                        .mapToDouble(_ -> {
                            trainer.epoch();
                            return trainer.rate() * 1e12;
                        })
                        .toArray();
        assertThat(rates).containsExactly(1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25);
    }

    /// In full batch with a window of one update, the quotients telescope: after update k, η·L(k −
    /// 1)/L(0).
    @Test
    void theLossRatioRuleScalesTheRateByTheFallOfTheLoss() {
        TrainingSpec ratio =
                new TrainingSpec(
                        new Optimizer.Sgd(),
                        0.5,
                        new LearningRateSchedule.LossRatio(1),
                        new BatchSize.Full(),
                        new Regularizer.None(),
                        0,
                        Runs.SGD.clip(),
                        Runs.epochs(100));
        Trainer trainer = Runs.trainer(ratio);
        double first = trainer.metrics().train().loss();
        for (int update = 0; update < 20; update++) {
            double lossBefore = trainer.metrics().train().loss();
            trainer.update();
            assertThat(trainer.rate()).isCloseTo(0.5 * lossBefore / first, within(1e-12));
        }
        assertThat(trainer.rate()).isLessThan(0.5);
    }

    @Test
    void rateAndPenaltyAndStopMayChangeDuringARun() {
        Trainer trainer = Runs.trainer(Runs.SGD);
        trainer.epoch();
        trainer.continueWith(
                Runs.SGD
                        .withRate(0.01)
                        .withRegularizer(new Regularizer.L1(0.5))
                        .withStop(Runs.epochs(2)));
        assertThat(trainer.rate()).isEqualTo(0.01);
        assertThat(trainer.epoch().penalty()).isPositive();
        assertThat(trainer.stopReason(0)).contains(StopReason.EPOCHS_DONE);
    }

    @Test
    void theMetricsHaveTheRateOfTheLastUpdate() {
        TrainingSpec halved =
                Runs.SGD.withSchedule(new LearningRateSchedule.Step(0.5, 1)).withRate(0.4);
        Trainer trainer = Runs.trainer(halved);
        assertThat(trainer.metrics().rate()).isNaN();
        assertThat(trainer.epoch().rate()).isEqualTo(0.4);
        assertThat(trainer.epoch().rate()).isEqualTo(0.2);
        trainer.continueWith(halved.withRate(0.8));
        assertThat(trainer.metrics().rate()).isEqualTo(0.2);
        assertThat(trainer.epoch().rate()).isEqualTo(0.2);
        trainer.update();
        trainer.continueWith(halved.withRate(1.6));
        assertThat(trainer.epoch().rate()).isEqualTo(0.2);
    }

    @Test
    void nothingElseMayChangeDuringARun() {
        Trainer trainer = Runs.trainer(Runs.SGD);
        assertThatThrownBy(() ->
                        trainer.spec().requireOnlyLive(Runs.SGD.withBatch(new BatchSize.Full())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        trainer.spec()
                                .requireOnlyLive(Runs.SGD.withOptimizer(new Optimizer.Adam())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> trainer.spec().requireOnlyLive(Runs.withDropout(Runs.SGD, 0.5)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(trainer.spec()).isEqualTo(Runs.SGD);
    }

    private static void assertClose(Score score, Score expected) {
        assertThat(score.loss()).isCloseTo(expected.loss(), within(1e-13));
        assertThat(score.metric()).isEqualTo(expected.metric());
    }

    /// Row by row, without chunks.
    private static Score plainScore(Trainer trainer, Samples samples) {
        Mlp mlp = trainer.mlp();
        Workspace w = mlp.workspace(1);
        Parameters p = trainer.parameters();
        double loss = 0;
        int correct = 0;
        for (int row = 0; row < samples.rows(); row++) {
            w.load(samples, row, row + 1);
            loss += mlp.loss(p, w);
            double[] probabilities = w.outputs(mlp.layers() - 1);
            correct += (probabilities[1] > probabilities[0] ? 1 : 0) == samples.label(row) ? 1 : 0;
        }
        return new Score(loss / samples.rows(), (double) correct / samples.rows());
    }
}
