package mlpexplorer.experiment.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import mlpexplorer.data.Split;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.RandomStream;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Task;
import mlpexplorer.nn.Workspace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/// Checks the graph against ONNX Runtime.
final class OnnxFileTest {
    private static final int ROWS = 1_000;

    private static TrainedModel model(String... settings) {
        RunSpec spec = SpecJson.set(new RunSpec(), List.of(settings));
        Split split = spec.splitData();
        Parameters parameters = spec.mlp(split.shape()).initialize(3);
        RandomStream random = new RandomStream(4);
        for (int l = 0; l < parameters.layers(); l++) {
            for (int i = 0; i < parameters.fanOut(l); i++) {
                parameters.biases(l)[i] = random.nextGaussian();
            }
        }
        return TrainedModel.of(spec, split, parameters, 0);
    }

    private static double[][] rows(int columns) {
        RandomStream random = new RandomStream(5);
        double[][] rows = new double[ROWS][columns];
        for (double[] row : rows) {
            for (int column = 0; column < columns; column++) {
                row[column] = 4 * random.nextGaussian();
            }
        }
        return rows;
    }

    private static double[][] expected(TrainedModel model, double[][] rows) {
        int inputs = model.mlp().inputs();
        double[] flat = new double[ROWS * inputs];
        for (int row = 0; row < ROWS; row++) {
            model.scaling().apply(rows[row], flat, row * inputs);
        }
        Mlp mlp = model.mlp();
        Workspace w = mlp.workspace(ROWS);
        w.load(new Samples(flat, inputs, new int[ROWS]), 0, ROWS);
        mlp.forward(model.parameters(), w);
        double[][] outputs = new double[ROWS][mlp.outputs()];
        for (int row = 0; row < ROWS; row++) {
            System.arraycopy(
                    w.outputs(mlp.layers() - 1),
                    row * mlp.outputs(),
                    outputs[row],
                    0,
                    mlp.outputs());
            if (model.task() instanceof Task.Regression) {
                outputs[row][0] = model.scaling().targetOf(outputs[row][0]);
            }
        }
        return outputs;
    }

    private static double largestDifference(TrainedModel model) throws OrtException {
        double[][] rows = rows(model.features().size());
        double[][] expected = expected(model, rows);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(OnnxFile.bytes(model));
                OnnxTensor features = OnnxTensor.createTensor(environment, rows);
                OrtSession.Result result = session.run(Map.of("features", features))) {
            String output =
                    switch (model.task()) {
                        case Task.Classification _ -> "probabilities";
                        case Task.Regression() -> "value";
                    };
            double[][] actual = (double[][]) result.get(output).orElseThrow().getValue();
            double largest = 0;
            for (int row = 0; row < ROWS; row++) {
                for (int c = 0; c < actual[row].length; c++) {
                    largest = Math.max(largest, Math.abs(actual[row][c] - expected[row][c]));
                }
            }
            return largest;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "identity, true",
        "relu, true",
        "leakyRelu, true",
        "elu, true",
        "sigmoid, true",
        "tanh, true",
        "softplus, true",
        "silu, true",
        "gelu, true",
        "identity, false",
        "relu, false",
        "leakyRelu, false",
        "elu, false",
        "sigmoid, false",
        "tanh, false",
        "softplus, false",
        "silu, false",
        "gelu, false",
        "threshold, true"
    })
    void onnxRuntimeComputesTheSameProbabilities(String activation, String standardize)
            throws OrtException {
        TrainedModel model =
                model(
                        "data.type=iris",
                        "model.hidden=16,9",
                        "model.activation=" + activation,
                        "data.standardize=" + standardize);
        assertThat(largestDifference(model)).isLessThan(activation.equals("gelu") ? 1e-6 : 1e-12);
    }

    @Test
    void softmaxRegressionAndLayersOfTheirOwnActivations() throws OrtException {
        assertThat(largestDifference(model("model.hidden=[]"))).isLessThan(1e-12);
        TrainedModel mixed =
                model("model.hidden=4,5,6", "model.activation=[\"relu\",\"tanh\",\"elu\"]");
        assertThat(largestDifference(mixed)).isLessThan(1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plane", "hills", "curve"})
    void onnxRuntimeComputesTheSameValuesInTheUnitsOfTheData(String data) throws OrtException {
        for (String activation : List.of("tanh", "relu", "gelu")) {
            for (boolean standardize : List.of(true, false)) {
                TrainedModel model =
                        model(
                                "data.type=" + data,
                                "model.activation=" + activation,
                                "data.standardize=" + standardize);
                assertThat(largestDifference(model))
                        .isLessThan(activation.equals("gelu") ? 1e-6 : 1e-12);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[x1,x2,x1^2,x2^2,x1*x2,sin(x1),sin(x2)]", "sin(x2)", "x2", "[x1^2,x2^2]"})
    void computedInputsArePartOfTheGraph(String inputs) throws OrtException {
        for (String data : List.of("circles", "hills")) {
            assertThat(largestDifference(model("data.type=" + data, "data.inputs=" + inputs)))
                    .isLessThan(1e-12);
        }
    }

    @Test
    void theMetadataNameFeaturesAndClasses() throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session =
                environment.createSession(OnnxFile.bytes(model("data.type=iris")))) {
            Map<String, String> metadata = session.getMetadata().getCustomMetadata();
            assertThat(metadata.get("classes")).startsWith("setosa\nversicolor");
            assertThat(metadata.get("features").lines()).hasSize(4);
            assertThat(session.getMetadata().getProducerName()).isEqualTo("MLP Explorer");
        }
    }

    @Test
    void everyActivationIsChecked() {
        assertThat(Activation.values()).hasSize(10);
        assertThat(OnnxFile.OPSET).isEqualTo(13);
    }
}
