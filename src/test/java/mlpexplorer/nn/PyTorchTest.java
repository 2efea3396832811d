package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import mlpexplorer.References;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Repeats the PyTorch training runs of `reference/pytorch.py`: every optimizer with its default
/// options, every activation, three penalties; 50 epochs of full batch in double precision.
class PyTorchTest {
    private static final JsonNode REFERENCE = References.read("pytorch.json");
    private static final double TOLERANCE = 1e-9;

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void trainingEndsWherePyTorchEnds(String name, JsonNode run) {
        Regularizer penalty = regularizer(run.get("regularizer").asText());
        Mlp mlp =
                new Mlp(
                        new ModelSpec(
                                List.of(3, 3),
                                Activation.valueOf(run.get("activation").asText()),
                                new Initializer.Zeros()),
                        2,
                        3);
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

    @Test
    void noOptimizerActivationOrPenaltyIsMissing() {
        assertThat(REFERENCE.get("runs"))
                .hasSize(Nets.optimizers().size() * Activation.values().length * 3);
    }

    static Stream<Object[]> runs() {
        return StreamSupport.stream(REFERENCE.get("runs").spliterator(), false)
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
