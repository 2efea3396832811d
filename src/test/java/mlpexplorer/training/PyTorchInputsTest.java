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
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.OptimizerState;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.RateState;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Score;
import mlpexplorer.nn.Scores;
import mlpexplorer.nn.Task;
import mlpexplorer.nn.Workspace;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Repeats the PyTorch training runs on computed inputs of `reference/pytorch_inputs.py`, and the
/// regressions in mini-batches of `reference/pytorch_inputs_regression.py`.
class PyTorchInputsTest {
    private static final JsonNode REFERENCE = References.read("pytorch_inputs.json");
    private static final JsonNode REGRESSIONS = References.read("pytorch_inputs_regression.json");
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

    static Stream<Object[]> regressions() {
        return StreamSupport.stream(REGRESSIONS.get("runs").spliterator(), false)
                .map(run ->
                        new Object[] {
                            run.get("optimizer").asText()
                                    + " "
                                    + run.get("schedule").get("type").asText(),
                            run
                        });
    }

    /// In batches of rows in their own order.
    @ParameterizedTest(name = "{0}")
    @MethodSource("regressions")
    void aRegressionInMiniBatchesEndsWherePyTorchEnds(String name, JsonNode run) {
        TrainingSpec training =
                SpecJson.set(
                                new RunSpec(),
                                List.of(
                                        "training.optimizer=" + run.get("optimizer").asText(),
                                        "training.schedule=" + run.get("schedule")))
                        .training();
        Samples samples = regression();
        Mlp mlp =
                new Mlp(
                        new ModelSpec(List.of(3), Activation.TANH, new Initializer.Xavier()),
                        7,
                        new Task.Regression());
        Parameters p = mlp.initialize(1).zeros();
        fill(p, References.numbers(REGRESSIONS.get("initial")));
        Parameters gradient = p.zeros();
        int batch = REGRESSIONS.get("batch").asInt();
        Workspace w = mlp.workspace(batch);
        OptimizerState state = training.optimizer().start(p);
        RateState schedule = training.schedule().start();
        double rate = 0;
        for (int epoch = 0; epoch < REGRESSIONS.get("epochs").asInt(); epoch++) {
            rate = run.get("rate").asDouble() * schedule.factor(epoch);
            for (int from = 0; from < samples.rows(); from += batch) {
                w.load(samples, from, Math.min(samples.rows(), from + batch));
                mlp.lossAndGradient(p, w, gradient);
                state.step(p, gradient, rate);
            }
            schedule.observeEpoch(Scores.of(mlp, p, samples).loss());
        }
        assertThat(rate).isCloseTo(run.get("lastRate").asDouble(), within(1e-15));
        Score score = Scores.of(mlp, p, samples);
        assertThat(score.loss()).isCloseTo(run.get("loss").asDouble(), within(TOLERANCE));
        assertThat(score.metric()).isCloseTo(run.get("r2").asDouble(), within(TOLERANCE));
        Parameters expected = p.zeros();
        fill(expected, References.numbers(run.get("parameters")));
        for (int l = 0; l < expected.layers(); l++) {
            assertThat(p.weights(l)).containsExactly(expected.weights(l), within(TOLERANCE));
            assertThat(p.biases(l)).containsExactly(expected.biases(l), within(TOLERANCE));
        }
    }

    /// The computed inputs and the standardized targets, in the order of the reference.
    private static Samples regression() {
        Split split = split();
        double[] targets = References.numbers(REGRESSIONS.get("targets"));
        double mean = Arrays.stream(targets).average().orElseThrow();
        double deviation =
                Math.sqrt(
                        Arrays.stream(targets)
                                .map(target -> (target - mean) * (target - mean))
                                .average()
                                .orElseThrow());
        double[] inputs = new double[7 * targets.length];
        for (int row = 0; row < targets.length; row++) {
            for (int k = 0; k < 7; k++) {
                inputs[7 * split.row(row) + k] = split.train().feature(row, k);
            }
        }
        return Samples.ofTargets(
                inputs,
                7,
                Arrays.stream(targets).map(target -> (target - mean) / deviation).toArray());
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
