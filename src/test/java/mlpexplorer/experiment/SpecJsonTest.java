package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.LabeledPoint;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec.Seeds;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.BatchSize;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

final class SpecJsonTest {

    @Test
    void anEmptyObjectIsTheDefaultSpecification() {
        assertThat(SpecJson.read("{}")).isEqualTo(new RunSpec());
    }

    @Test
    void readsTheExampleOfTheManual() {
        RunSpec spec =
                SpecJson.read(
                        """
                        {"data": {"type": "spiral", "samples": 300, "arms": 3, "noise": 0.1, "split": [0.6, 0.2, 0.2], "standardize": true},
                         "model": {"hidden": [16, 16], "activation": "tanh", "initializer": {"type": "xavier"}},
                         "training": {"optimizer": {"type": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}, "rate": 0.01,
                                      "schedule": {"type": "constant"}, "batch": 32,
                                      "regularizer": {"type": "elasticNet", "l1": 0, "l2": 0.001}, "dropout": 0, "clip": null,
                                      "stop": {"epochs": 500, "loss": null, "patience": null, "seconds": null, "tolerance": null}},
                         "seeds": {"data": 1, "split": 1, "init": 1, "batches": 1}}
                        """);
        assertThat(spec.data()).isEqualTo(new DataSpec.Spiral());
        assertThat(spec.model().hidden()).containsExactly(16, 16);
        assertThat(spec.training().optimizer()).isEqualTo(new Optimizer.Adam());
        assertThat(spec.training().regularizer()).isEqualTo(new Regularizer.ElasticNet(0, 0.001));
        assertThat(spec.training().stop().epochs()).isEqualTo(500);
    }

    @Test
    void writesALineASection() {
        assertThat(SpecJson.write(new RunSpec()))
                .isEqualTo(
                        """
                        {"data": {"type": "circles", "samples": 300, "noise": 0.1, "split": [0.6, 0.2, 0.2], "standardize": true,
                                  "inputs": null},
                         "model": {"hidden": [8, 8], "activation": "tanh", "initializer": {"type": "xavier"}, "biases": "zeros"},
                         "training": {"optimizer": {"type": "sgd"}, "rate": 0.03, "schedule": {"type": "constant"}, "batch": 10,
                                      "regularizer": {"type": "none"}, "dropout": 0, "clip": null,
                                      "stop": {"epochs": 500, "loss": null, "patience": null, "seconds": null, "tolerance": null},
                                      "sampling": "shuffled", "logEvery": null, "precision": "double"},
                         "seeds": {"data": 1, "split": 1, "init": 1, "batches": 1}}
                        """);
    }

    @Test
    void aTypeMayBeGivenByItsNameAlone() {
        RunSpec spec =
                SpecJson.read(
                        """
                        {"data": "xor", "model": {"initializer": "he"}, "training": {"optimizer": "adagrad", "batch": "full"}}\
                        """);
        assertThat(spec.data()).isEqualTo(new DataSpec.Xor());
        assertThat(spec.training().optimizer()).isEqualTo(new Optimizer.AdaGrad());
        assertThat(spec.training().batch()).isEqualTo(new BatchSize.Full());
    }

    @Test
    void absentKeysTakeTheDefaultsOfTheirType() {
        RunSpec spec =
                SpecJson.read(
                        """
                        {"data": {"type": "spiral", "arms": 2}, "training": {"optimizer": {"type": "adam", "beta1": 0.5}}}\
                        """);
        assertThat(spec.data()).isEqualTo(new DataSpec.Spiral(300, 2, 1.75, 0.1));
        assertThat(spec.training().optimizer()).isEqualTo(new Optimizer.Adam(0.5, 0.999, 1e-8));
    }

    @Test
    void anAbsentTypeIsTheDefaultOne() {
        assertThat(SpecJson.read("{\"data\": {\"samples\": 40}}").data())
                .isEqualTo(new DataSpec.Circles(40, 0.1));
    }

    @Test
    void optionalValuesMayBeNullAbsentOrGiven() {
        assertThat(SpecJson.read("{\"training\": {\"clip\": null}}").training().clip()).isEmpty();
        assertThat(SpecJson.read("{\"training\": {\"clip\": 5}}").training().clip()).contains(5.0);
        assertThat(
                        SpecJson.read("{\"training\": {\"stop\": {\"patience\": 7}}}")
                                .training()
                                .stop()
                                .patience())
                .contains(7);
    }

    @Test
    void splitAndStandardizeStandInTheDataSection() {
        RunSpec spec =
                SpecJson.read("{\"data\": {\"split\": [0.8, 0.2, 0], \"standardize\": false}}");
        assertThat(spec.split()).isEqualTo(new SplitSpec(0.8, 0.2, 0, false));
        assertThat(spec.data()).isEqualTo(new DataSpec.Circles());
    }

    @Test
    void wholeNumbersMayBeWrittenWithAZeroFraction() {
        assertThat(SpecJson.read("{\"model\": {\"hidden\": [3.0, 1e1]}}").model().hidden())
                .containsExactly(3, 10);
    }

    @Test
    void aSingleNumberIsAListOfOne() {
        assertThat(SpecJson.read("{\"model\": {\"hidden\": 12}}").model().hidden())
                .containsExactly(12);
    }

    @Test
    void pointsAreRowsOfCoordinatesAndLabel() {
        RunSpec spec =
                SpecJson.read(
                        """
                        {"data": {"type": "points", "points": [[1, -1, 0], [0.5, 2, 1]], "split": [1, 0, 0]},
                         "training": {"batch": "full"}}\
                        """);
        assertThat(spec.data())
                .isEqualTo(
                        new DataSpec.Points(
                                List.of(new LabeledPoint(1, -1, 0), new LabeledPoint(0.5, 2, 1)),
                                2));
        assertThat(SpecJson.write(spec))
                .startsWith(
                        """
                        {"data": {"type": "points", "points": [[1, -1, 0],\n           [0.5, 2, 1]], "classes": 2,\
                        """);
    }

    @Test
    void seedsKeepAllTheirBits() {
        RunSpec spec = new RunSpec().withSeeds(new Seeds(Long.MAX_VALUE, Long.MIN_VALUE, -1, 0));
        assertThat(SpecJson.read(SpecJson.write(spec))).isEqualTo(spec);
    }

    @Test
    void enumNamesAreCamelCase() {
        assertThat(
                        SpecJson.read("{\"model\": {\"activation\": \"leakyRelu\"}}")
                                .model()
                                .activation())
                .containsExactly(Activation.LEAKY_RELU);
    }

    @Test
    void anActivationStandsForAllLayersOrOneALayer() {
        RunSpec mixed = SpecJson.read("{\"model\": {\"activation\": [\"tanh\", \"relu\"]}}");
        assertThat(mixed.model().activation()).containsExactly(Activation.TANH, Activation.RELU);
        assertThat(SpecJson.write(mixed)).contains("\"activation\": [\"tanh\", \"relu\"],");
        assertThat(SpecJson.read(SpecJson.write(mixed))).isEqualTo(mixed);
        assertThat(SpecJson.read("{\"model\": {\"activation\": [\"tanh\", \"tanh\"]}}"))
                .isEqualTo(new RunSpec());
        assertThat(SpecJson.set(new RunSpec(), List.of("model.activation=tanh,relu")))
                .isEqualTo(mixed);
    }

    @Test
    void eachLayerMayHaveAPenaltyOfItsOwn() {
        RunSpec spec =
                SpecJson.read(
                        """
                        {"model": {"hidden": [8]}, "training": {"regularizer": {"type": "perLayer", "layers": [{"l1": 0.1}, {"l1": 0.2, "l2": 3}]}}}\
                        """);
        assertThat(spec.training().regularizer())
                .isEqualTo(
                        new Regularizer.PerLayer(
                                List.of(
                                        new Regularizer.Lambdas(0.1, 0),
                                        new Regularizer.Lambdas(0.2, 3))));
        assertThat(SpecJson.write(spec))
                .contains("\"layers\": [{\"l1\": 0.1, \"l2\": 0}, {\"l1\": 0.2, \"l2\": 3}]");
    }

    @Test
    void equalSpecificationsHaveEqualFingerprints() {
        RunSpec explicit = SpecJson.read("{\"training\": {\"rate\": 3.0e-2, \"dropout\": -0.0}}");
        assertThat(explicit).isEqualTo(new RunSpec());
        assertThat(new RunStart(explicit).fingerprint())
                .hasSize(64)
                .isEqualTo(new RunStart(new RunSpec()).fingerprint());
    }

    @Test
    void anyDifferenceChangesTheFingerprint() {
        RunSpec other = new RunSpec().withSeeds(new Seeds(1, 1, 2, 1));
        assertThat(new RunStart(other).fingerprint())
                .isNotEqualTo(new RunStart(new RunSpec()).fingerprint());
    }

    @Test
    void theCanonicalTextHasNoWhiteSpaceAndEveryKey() {
        assertThat(SpecJson.canonical(new RunSpec()))
                .doesNotContainAnyWhitespaces()
                .contains(
                        "\"stop\":{\"epochs\":500,\"loss\":null,\"patience\":null,\"seconds\":null,\"tolerance\":null}");
    }

    @Test
    void readsAFileWithAByteOrderMark(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("spec.json"), "\uFEFF{\"training\": {\"clip\": 2}}");
        assertThat(SpecJson.read(file).training().clip()).isEqualTo(Optional.of(2.0));
    }
}
