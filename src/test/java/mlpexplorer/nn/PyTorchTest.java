package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;

import mlpexplorer.References;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Repeats the PyTorch training runs of `reference/pytorch.py`: every optimizer with its default
/// options, every activation, three penalties; 50 epochs of full batch, in double and in single
/// precision.
class PyTorchTest {
    private static final JsonNode REFERENCE = References.read("pytorch.json");
    private static final JsonNode SINGLE = References.read("pytorch_single.json");
    private static final double TOLERANCE = 1e-9;
    private static final double SINGLE_TOLERANCE = 1e-4;

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void trainingEndsWherePyTorchEnds(String name, JsonNode run) {
        Regularizer penalty = regularizer(run.get("regularizer").asText());
        Mlp mlp = mlp(run);
        Parameters p = parameters(REFERENCE.get("initial"));
        Parameters gradient = p.zeros();
        Workspace w = Nets.loaded(mlp, samples());
        OptimizerState state = optimizer(run.get("optimizer").asText()).start(p);
        for (int epoch = 0; epoch < REFERENCE.get("epochs").asInt(); epoch++) {
            mlp.lossAndGradient(p, w, gradient);
            penalty.addGradient(p, gradient);
            state.step(p, gradient, run.get("rate").asDouble());
        }
        assertThat(difference(mlp.loss(p, w), run.get("loss").asDouble())).isLessThan(TOLERANCE);
        double[] actual = Nets.flat(p);
        double[] expected = References.numbers(run.get("parameters"));
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(difference(actual[i], expected[i]))
                    .as("parameter %d", i)
                    .isLessThan(TOLERANCE);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("singleRuns")
    void trainingInSinglePrecisionEndsWherePyTorchEnds(String name, JsonNode run) {
        Mlp mlp = mlp(run);
        Samples samples = samples();
        Parameters p = parameters(SINGLE.get("initial"));
        Optimizer optimizer = optimizer(run.get("optimizer").asText());
        Learner learner =
                Learner.of(
                        Precision.SINGLE,
                        mlp,
                        p,
                        optimizer,
                        optimizer.start(p),
                        samples.rows(),
                        Parallel.SINGLE);
        int[] order = IntStream.range(0, samples.rows()).toArray();
        for (int epoch = 0; epoch < SINGLE.get("epochs").asInt(); epoch++) {
            learner.load(samples, order, 0, order.length, 0, new RandomStream(1));
            learner.update(
                    regularizer(run.get("regularizer").asText()),
                    Optional.empty(),
                    run.get("rate").asDouble());
        }
        learner.writeBack();
        double[] actual = Nets.flat(p);
        double[] expected = References.numbers(run.get("parameters"));
        double[] exact = References.numbers(inDouble(run).get("parameters"));
        double tolerance = SINGLE_TOLERANCE;
        for (int i = 0; i < expected.length; i++) {
            tolerance = Math.max(tolerance, Math.abs(expected[i] - exact[i]));
        }
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("parameter %d", i).isEqualTo((float) actual[i]);
            assertThat(Math.abs(actual[i] - expected[i]) / Math.max(Math.abs(expected[i]), 1))
                    .as("parameter %d", i)
                    .isLessThan(tolerance);
        }
        Evaluation evaluation = new Evaluation(mlp, Precision.SINGLE, Parallel.SINGLE);
        evaluation.begin(samples);
        evaluation.advance(p);
        assertThat(evaluation.score().loss())
                .isCloseTo(run.get("loss").asDouble(), within(SINGLE_TOLERANCE));
    }

    /// The same run in double precision. PyTorch's own rounding errors exceed the tolerance in two
    /// runs of RMSProp, which divides by small numbers.
    private static JsonNode inDouble(JsonNode run) {
        return StreamSupport.stream(REFERENCE.get("runs").spliterator(), false)
                .filter(other ->
                        Stream.of("optimizer", "activation", "regularizer")
                                .allMatch(key -> other.get(key).equals(run.get(key))))
                .findFirst()
                .orElseThrow();
    }

    private static Mlp mlp(JsonNode run) {
        return new Mlp(
                new ModelSpec(
                        List.of(3, 3),
                        Activation.valueOf(run.get("activation").asText()),
                        new Initializer.Zeros()),
                2,
                3);
    }

    @Test
    void noOptimizerActivationOrPenaltyIsMissing() {
        int all = Nets.optimizers().size() * Activation.values().length * 3;
        assertThat(REFERENCE.get("runs")).hasSize(all);
        assertThat(SINGLE.get("runs")).hasSize(all);
    }

    static Stream<Object[]> runs() {
        return runs(REFERENCE);
    }

    static Stream<Object[]> singleRuns() {
        return runs(SINGLE);
    }

    private static Stream<Object[]> runs(JsonNode reference) {
        return StreamSupport.stream(reference.get("runs").spliterator(), false)
                .map(run ->
                        new Object[] {
                            run.get("optimizer").asText()
                                    + " "
                                    + run.get("activation").asText()
                                    + " "
                                    + run.get("regularizer").asText(),
                            run
                        });
    }

    /// Relative, except for an absolute 1e-12 for numbers below 0.001.
    private static double difference(double actual, double expected) {
        return Math.abs(actual - expected) / Math.max(Math.abs(expected), 1e-3);
    }

    static Optimizer optimizer(String name) {
        return switch (name) {
            case "sgd" -> new Optimizer.Sgd();
            case "momentum" -> new Optimizer.Momentum();
            case "nesterov" -> new Optimizer.Nesterov();
            case "rmsprop" -> new Optimizer.RmsProp();
            case "adagrad" -> new Optimizer.AdaGrad();
            case "adam" -> new Optimizer.Adam();
            case "adamw" -> new Optimizer.AdamW();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Regularizer regularizer(String name) {
        return switch (name) {
            case "none" -> new Regularizer.None();
            case "l1" -> new Regularizer.L1(0.01);
            case "l2" -> new Regularizer.L2(0.01);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Samples samples() {
        int[] labels =
                StreamSupport.stream(REFERENCE.get("labels").spliterator(), false)
                        .mapToInt(JsonNode::asInt)
                        .toArray();
        return new Samples(References.numbers(REFERENCE.get("inputs")), 2, labels);
    }

    private static Parameters parameters(JsonNode values) {
        Parameters p = new Parameters(2, 3, 3, 3);
        int at = 0;
        for (int l = 0; l < p.layers(); l++) {
            for (double[] block : List.of(p.weights(l), p.biases(l))) {
                for (int i = 0; i < block.length; i++) {
                    block[i] = values.get(at++).asDouble();
                }
            }
        }
        return p;
    }
}
