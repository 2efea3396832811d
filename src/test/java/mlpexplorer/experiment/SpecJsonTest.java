package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.LabelledPoint;
import mlpexplorer.data.SplitSpec;
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
    void an_empty_object_is_the_default_specification() {
        assertThat(SpecJson.read("{}")).isEqualTo(new RunSpec());
    }

    @Test
    void reads_the_example_of_the_manual() {
        RunSpec spec =
                SpecJson.read(
                        """
                        {"data": {"type": "spiral", "samples": 300, "arms": 3, "noise": 0.1, "split": [0.6, 0.2, 0.2], "standardize": true},
                         "model": {"hidden": [16, 16], "activation": "tanh", "initializer": {"type": "xavier"}},
                         "training": {"optimizer": {"type": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}, "rate": 0.01,
                                      "schedule": {"type": "constant"}, "batch": 32,
                                      "regularizer": {"type": "elasticNet", "l1": 0, "l2": 0.001}, "dropout": 0, "clip": null,
                                      "stop": {"epochs": 500, "loss": null, "patience": null, "seconds": null}},
                         "seeds": {"data": 1, "split": 1, "init": 1, "batches": 1}}
                        """);
        assertThat(spec.data()).isEqualTo(new DataSpec.Spiral());
        assertThat(spec.model().hidden()).containsExactly(16, 16);
        assertThat(spec.training().optimizer()).isEqualTo(new Optimizer.Adam());
        assertThat(spec.training().regularizer()).isEqualTo(new Regularizer.ElasticNet(0, 0.001));
        assertThat(spec.training().stop().epochs()).isEqualTo(500);
    }

    @Test
    void writes_a_line_a_section() {
        assertThat(SpecJson.write(new RunSpec()))
                .isEqualTo(
                        """
                        {"data": {"type": "circles", "samples": 300, "noise": 0.1, "split": [0.6, 0.2, 0.2], "standardize": true},
                         "model": {"hidden": [8, 8], "activation": "tanh", "initializer": {"type": "xavier"}},
                         "training": {"optimizer": {"type": "sgd"}, "rate": 0.03, "schedule": {"type": "constant"}, "batch": 10,
                                      "regularizer": {"type": "none"}, "dropout": 0, "clip": null,
                                      "stop": {"epochs": 500, "loss": null, "patience": null, "seconds": null}},
                         "seeds": {"data": 1, "split": 1, "init": 1, "batches": 1}}
                        """);
    }

    @Test
    void a_type_may_be_given_by_its_name_alone() {
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
    void absent_keys_take_the_defaults_of_their_type() {
        RunSpec spec =
                SpecJson.read(
                        """
                        {"data": {"type": "spiral", "arms": 2}, "training": {"optimizer": {"type": "adam", "beta1": 0.5}}}\
                        """);
        assertThat(spec.data()).isEqualTo(new DataSpec.Spiral(300, 2, 1.75, 0.1));
        assertThat(spec.training().optimizer()).isEqualTo(new Optimizer.Adam(0.5, 0.999, 1e-8));
    }

    @Test
    void an_absent_type_is_the_default_one() {
        assertThat(SpecJson.read("{\"data\": {\"samples\": 40}}").data())
                .isEqualTo(new DataSpec.Circles(40, 0.1));
    }

    @Test
    void optional_values_may_be_null_absent_or_given() {
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
    void split_and_standardize_stand_in_the_data_section() {
        RunSpec spec =
                SpecJson.read("{\"data\": {\"split\": [0.8, 0.2, 0], \"standardize\": false}}");
        assertThat(spec.split()).isEqualTo(new SplitSpec(0.8, 0.2, 0, false));
        assertThat(spec.data()).isEqualTo(new DataSpec.Circles());
    }

    @Test
    void whole_numbers_may_be_written_with_a_zero_fraction() {
        assertThat(SpecJson.read("{\"model\": {\"hidden\": [3.0, 1e1]}}").model().hidden())
                .containsExactly(3, 10);
    }

    @Test
    void a_single_number_is_a_list_of_one() {
        assertThat(SpecJson.read("{\"model\": {\"hidden\": 12}}").model().hidden())
                .containsExactly(12);
    }

    @Test
    void points_are_rows_of_coordinates_and_label() {
        RunSpec spec =
                SpecJson.read(
                        """
                        {"data": {"type": "points", "points": [[1, -1, 0], [0.5, 2, 1]], "split": [1, 0, 0]},
                         "training": {"batch": "full"}}\
                        """);
        assertThat(spec.data())
                .isEqualTo(
                        new DataSpec.Points(
                                List.of(new LabelledPoint(1, -1, 0), new LabelledPoint(0.5, 2, 1)),
                                2));
        assertThat(SpecJson.write(spec))
                .startsWith(
                        """
                        {"data": {"type": "points", "points": [[1, -1, 0], [0.5, 2, 1]], "classes": 2,\
                        """);
    }

    @Test
    void seeds_keep_all_their_bits() {
        RunSpec spec = new RunSpec().withSeeds(new Seeds(Long.MAX_VALUE, Long.MIN_VALUE, -1, 0));
        assertThat(SpecJson.read(SpecJson.write(spec))).isEqualTo(spec);
    }

    @Test
    void enum_names_are_camel_case() {
        assertThat(
                        SpecJson.read("{\"model\": {\"activation\": \"leakyRelu\"}}")
                                .model()
                                .activation())
                .containsExactly(Activation.LEAKY_RELU);
    }

    @Test
    void an_activation_stands_for_all_layers_or_one_a_layer() {
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
    void each_layer_may_have_a_penalty_of_its_own() {
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
    void equal_specifications_have_equal_fingerprints() {
        RunSpec explicit = SpecJson.read("{\"training\": {\"rate\": 3.0e-2, \"dropout\": -0.0}}");
        assertThat(explicit).isEqualTo(new RunSpec());
        assertThat(new RunStart(explicit).fingerprint())
                .hasSize(64)
                .isEqualTo(new RunStart(new RunSpec()).fingerprint());
    }

    @Test
    void any_difference_changes_the_fingerprint() {
        RunSpec other = new RunSpec().withSeeds(new Seeds(1, 1, 2, 1));
        assertThat(new RunStart(other).fingerprint())
                .isNotEqualTo(new RunStart(new RunSpec()).fingerprint());
    }

    @Test
    void the_canonical_text_has_no_white_space_and_every_key() {
        assertThat(SpecJson.canonical(new RunSpec()))
                .doesNotContainAnyWhitespaces()
                .contains(
                        "\"stop\":{\"epochs\":500,\"loss\":null,\"patience\":null,\"seconds\":null}");
    }

    @Test
    void reads_a_file_with_a_byte_order_mark(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("spec.json"), "\uFEFF{\"training\": {\"clip\": 2}}");
        assertThat(SpecJson.read(file).training().clip()).isEqualTo(Optional.of(2.0));
    }
}
