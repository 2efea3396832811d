package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.Presets.Preset;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Workspace;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.MetricLog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class PresetsTest {

    private static RunResult train(RunSpec spec) {
        return new RunLoop(new RunStart(spec), System::nanoTime).run(() -> false, _ -> {});
    }

    private static EpochMetrics metrics(String preset, String... settings) {
        return train(SpecJson.set(Presets.named(preset).start().spec(), List.of(settings)))
                .end()
                .metrics();
    }

    static Stream<Preset> presets() {
        return Presets.all().stream();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void saysWhatItIs(Preset preset) {
        assertThat(preset.title()).isNotBlank();
        assertThat(preset.description()).endsWith(".");
        assertThat(preset.expected()).isNotBlank();
        assertThat(Presets.named(preset.name()).start().fingerprint())
                .isEqualTo(preset.start().fingerprint());
    }

    @Test
    void everyFileInTheFolderIsListed() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("resources/mlpexplorer/presets"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            presets().map(preset -> preset.name() + ".json").toList());
        }
    }

    @Test
    void anUnknownNameIsToldTheKnownOnes() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> Presets.named("spiral"))
                .withMessageStartingWith(
                        "There is no preset \"spiral\"; the presets are xor-softmax, xor-mlp, ");
    }

    @Test
    void softmaxRegressionCannotLearnXor() {
        for (int seed = 1; seed <= 5; seed++) {
            EpochMetrics end = metrics("xor-softmax", "seeds.init=" + seed);
            assertThat(end.train().loss()).isCloseTo(Math.log(2), within(1e-3));
            assertThat(end.train().metric()).isBetween(0.5, 0.75);
        }
    }

    @Test
    void hiddenUnitsLearnXor() {
        for (int seed = 1; seed <= 5; seed++) {
            assertThat(metrics("xor-mlp", "seeds.init=" + seed).train().metric()).isEqualTo(1);
        }
    }

    @Test
    void thresholdUnitsComputeXorWithTheirGivenWeights() {
        RunResult result =
                new RunLoop(Presets.named("xor-threshold").start(), System::nanoTime)
                        .run(() -> false, _ -> {});
        assertThat(result.log().value(MetricLog.Column.TRAIN_ACCURACY, 0)).isEqualTo(1);
        assertThat(result.parameters().weights(0)).containsExactly(result.initial().weights(0));
        assertThat(result.parameters().weights(1)).isNotEqualTo(result.initial().weights(1));
    }

    @Test
    void softmaxRegressionGetsHalfOfTheSpiral() {
        assertThat(metrics("spiral-softmax").train().metric()).isBetween(0.45, 0.55);
    }

    @Test
    void aHundredReluUnitsFollowTheSpiral() {
        assertThat(metrics("spiral-mlp").train().metric()).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void eightUnitsFollowTheSineAndOneDoesNot() {
        assertThat(metrics("curve-capacity").train().metric()).isGreaterThanOrEqualTo(0.8);
        assertThat(metrics("curve-capacity", "model.hidden=1").train().metric()).isLessThan(0.7);
    }

    @Test
    void eightUnitsFollowTheNoiseLater() {
        MetricLog.View log = train(Presets.named("curve-capacity").start().spec()).log();
        int best = log.bestRow().orElseThrow();
        assertThat(log.value(MetricLog.Column.EPOCH, best)).isBetween(400.0, 700.0);
        assertThat(log.value(MetricLog.Column.VALIDATION_LOSS, best)).isBetween(0.16, 0.18);
        assertThat(log.value(MetricLog.Column.VALIDATION_LOSS, log.size() - 1))
                .isBetween(0.33, 0.35);
    }

    @Test
    void linearRegressionLearnsAPlane() {
        assertThat(metrics("plane-linear").validation().metric()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void eightUnitsPartTheCirclesAndOneDoesNot() {
        assertThat(metrics("circles-capacity").validation().metric()).isGreaterThanOrEqualTo(0.95);
        assertThat(metrics("circles-capacity", "model.hidden=1").validation().metric())
                .isLessThan(0.8);
    }

    @Test
    void irisesAreToldApartAndOverfitted() {
        for (String preset : List.of("iris-1layer", "iris-2layer")) {
            RunResult result = train(Presets.named(preset).start().spec());
            assertThat(result.split().train().rows()).isEqualTo(110);
            assertThat(result.split().validation().rows()).isEqualTo(40);
            assertThat(result.end().metrics().validation().metric()).isGreaterThanOrEqualTo(0.95);
            double best =
                    IntStream.range(0, result.log().size())
                            .mapToDouble(row ->
                                    result.log().value(MetricLog.Column.VALIDATION_LOSS, row))
                            .min()
                            .orElseThrow();
            assertThat(result.end().metrics().validation().loss()).isGreaterThan(1.5 * best);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mnist-300-sigmoid",
                "mnist-300-sgd",
                "mnist-300-seeds",
                "mnist-200-relu",
                "mnist-adam"
            })
    void digitsAreAskedForWhereTheyAreNot(String preset) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> Presets.named(preset).start().spec().splitData())
                .withMessageStartingWith("The MNIST files are not in ")
                .withMessageEndingWith(
                        "set data.images and data.labels to a pair of IDX files, and"
                            + " data.testImages and data.testLabels to another pair or to null.");
    }

    @Test
    void zeroWeightsNeverLearn() {
        RunResult result = train(Presets.named("zero-init").start().spec());
        assertThat(result.end().metrics().train().loss()).isCloseTo(Math.log(3), within(1e-12));
        assertThat(result.parameters().weights(0)).containsOnly(0);
        assertThat(result.parameters().weights(1)).containsOnly(0);
    }

    @Test
    void theWorkedExampleHasTheGradientsOfTheExercise() {
        RunStart start = Presets.named("worked-example").start();
        DataShape point = new DataShape(1, 2, 2);
        Mlp mlp = start.spec().mlp(point);
        Workspace workspace = mlp.workspace(1);
        workspace.load(start.spec().splitData().train(), 0, 1);
        Parameters gradient = start.initial(point).zeros();
        mlp.lossAndGradient(start.initial(point), workspace, gradient);
        assertThat(gradient.weights(1))
                .containsExactly(
                        new double[] {-0.4404, 0.4404, -0.4404, 0.4404, -0.4404, 0.4404},
                        within(1e-4));
        assertThat(gradient.biases(1)).containsExactly(-0.5, 0.5);
        assertThat(gradient.weights(0)).containsOnly(0);
        assertThat(gradient.biases(0)).containsOnly(0);
    }
}
