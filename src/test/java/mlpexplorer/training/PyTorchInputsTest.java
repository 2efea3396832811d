package mlpexplorer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;

import mlpexplorer.References;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Input;
import mlpexplorer.data.LabeledPoint;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Repeats the PyTorch training runs on computed inputs of `reference/pytorch_inputs.py`.
class PyTorchInputsTest {
    private static final JsonNode REFERENCE = References.read("pytorch_inputs.json");
    private static final double TOLERANCE = 1e-9;

    static Stream<JsonNode> runs() {
        return StreamSupport.stream(REFERENCE.get("runs").spliterator(), false);
    }

    private static Split split() {
        double[] features = References.numbers(REFERENCE.get("features"));
        List<LabeledPoint> points = new ArrayList<>();
        for (int row = 0; row < features.length / 2; row++) {
            int label = REFERENCE.get("labels").get(row).asInt();
            points.add(new LabeledPoint(features[2 * row], features[2 * row + 1], label));
        }
        SplitSpec all = new SplitSpec(1, 0, 0, true).withInputs(List.of(Input.values()));
        return new Split(new DataSpec.Points(points, 3).generate(1), all, 1);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyEpochIsThatOfPyTorch(JsonNode run) {
        Split split = split();
        double[] inputs = References.numbers(REFERENCE.get("inputs"));
        for (int row = 0; row < split.train().rows(); row++) {
            for (int k = 0; k < 7; k++) {
                assertThat(split.train().feature(row, k))
                        .isCloseTo(inputs[7 * split.row(row) + k], within(1e-12));
            }
        }
        RunSpec spec =
                SpecJson.set(
                        new RunSpec(),
                        List.of(
                                "model.hidden=" + run.get("hidden"),
                                "training.batch=full",
                                "training.rate=" + run.get("rate"),
                                "training.optimizer=" + run.get("optimizer").asText()));
        Mlp mlp = new Mlp(spec.model(), 7, split.shape().task());
        Parameters initial = mlp.initialize(1).zeros();
        fill(initial, References.numbers(run.get("initial")));
        Trainer trainer = new Trainer(mlp, initial, spec.training(), split, 1);
        double[] losses = References.numbers(run.get("losses"));
        assertThat(trainer.metrics().train().loss()).isCloseTo(losses[0], within(TOLERANCE));
        for (int epoch = 1; epoch < losses.length; epoch++) {
            assertThat(trainer.epoch().train().loss())
                    .as("epoch %d", epoch)
                    .isCloseTo(losses[epoch], within(TOLERANCE));
        }
        Parameters expected = initial.zeros();
        fill(expected, References.numbers(run.get("parameters")));
        for (int l = 0; l < expected.layers(); l++) {
            assertThat(trainer.parameters().weights(l))
                    .containsExactly(expected.weights(l), within(TOLERANCE));
            assertThat(trainer.parameters().biases(l))
                    .containsExactly(expected.biases(l), within(TOLERANCE));
        }
    }

    private static void fill(Parameters parameters, double[] values) {
        int at = 0;
        for (int l = 0; l < parameters.layers(); l++) {
            for (double[] block : List.of(parameters.weights(l), parameters.biases(l))) {
                System.arraycopy(values, at, block, 0, block.length);
                at += block.length;
            }
        }
    }
}
