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
import mlpexplorer.nn.Regularizer;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/// Complete runs with fixed seeds that must reach the results expected by the courses.
class LearningTest {
    private static final SplitSpec ALL_RAW = new SplitSpec(1, 0, 0, false);
    private static final TrainingSpec FULL = Runs.SGD.withBatch(new BatchSize.Full());

    @Test
    void softmaxRegressionCannotLearnXor() {
        EpochMetrics metrics =
                train(
                        new DataSpec.XorTable(),
                        ALL_RAW,
                        model(Activation.RELU),
                        FULL.withRate(0.5),
                        500);
        assertThat(metrics.train().loss()).isCloseTo(Math.log(2), within(1e-3));
        assertThat(metrics.train().metric()).isLessThanOrEqualTo(0.75);
    }

    @Test
    void aHiddenLayerLearnsXor() {
        EpochMetrics metrics =
                train(
                        new DataSpec.XorTable(),
                        ALL_RAW,
                        model(Activation.RELU, 8),
                        FULL.withRate(0.5),
                        500);
        assertThat(metrics.train().metric()).isEqualTo(1);
        assertThat(metrics.train().loss()).isLessThan(0.05);
    }

    @Test
    void circlesAreLearnedAndGeneralise() {
        EpochMetrics metrics =
                train(
                        new DataSpec.Circles(300, 0.1),
                        new SplitSpec(),
                        model(Activation.TANH, 8, 8),
                        Runs.SGD,
                        150);
        assertThat(metrics.train().metric()).isGreaterThan(0.99);
        assertThat(metrics.test().metric()).isGreaterThan(0.95);
    }

    /// The course's arms sweep 4 radians each.
    @Test
    void theCourseSpiralIsLearnedByAHundredReluUnits() {
        TrainingSpec course = FULL.withRate(1).withRegularizer(new Regularizer.L2(1e-3));
        ModelSpec model =
                new ModelSpec(List.of(100), Activation.RELU, new Initializer.Gaussian(0.01));
        EpochMetrics metrics =
                train(new DataSpec.Spiral(300, 3, 0.64, 0.05), ALL_RAW, model, course, 500);
        assertThat(metrics.train().metric()).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void theSpiralDefeatsSoftmaxRegression() {
        EpochMetrics metrics =
                train(
                        new DataSpec.Spiral(300, 3, 0.64, 0.05),
                        ALL_RAW,
                        model(Activation.RELU),
                        FULL.withRate(0.1),
                        300);
        assertThat(metrics.train().metric()).isBetween(0.4, 0.6);
    }

    @Test
    void zeroWeightsNeverLeaveLnC() {
        ModelSpec zeros = new ModelSpec(List.of(8), Activation.TANH, new Initializer.Zeros());
        EpochMetrics metrics =
                train(new DataSpec.XorTable(), ALL_RAW, zeros, FULL.withRate(1), 200);
        assertThat(metrics.train().loss()).isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void everyOptimizerLearnsCircles() {
        for (Optimizer optimizer : Runs.optimizers()) {
            double rate =
                    optimizer instanceof Optimizer.Sgd || optimizer instanceof Optimizer.AdaGrad
                            ? 0.1
                            : 0.01;
            EpochMetrics metrics =
                    train(
                            new DataSpec.Circles(300, 0.1),
                            new SplitSpec(),
                            model(Activation.TANH, 8, 8),
                            Runs.SGD.withOptimizer(optimizer).withRate(rate),
                            150);
            assertThat(metrics.train().metric()).as("%s", optimizer).isGreaterThan(0.97);
        }
    }

    private static ModelSpec model(Activation activation, Integer... hidden) {
        return new ModelSpec(List.of(hidden), activation, new Initializer.Xavier());
    }

    private static EpochMetrics train(
            DataSpec.Plane data, SplitSpec split, ModelSpec model, TrainingSpec spec, int epochs) {
        Mlp mlp = new Mlp(model, DataSpec.Plane.FEATURES, data.classes());
        Trainer trainer =
                new Trainer(mlp, mlp.initialize(1), spec, new Split(data.generate(1), split, 1), 1);
        IntStream.range(0, epochs).forEach(_ -> trainer.epoch());
        assertThat(trainer.divergence()).isEmpty();
        return trainer.metrics();
    }
}
