package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;

import mlpexplorer.References;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Linear output and squared error, against finite differences, PyTorch and scikit-learn.
class RegressionTest {
    private static final JsonNode REFERENCE = References.read("pytorch_regression.json");

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void miniBatchTrainingEndsWherePyTorchEnds(String name, JsonNode run) {
        Mlp mlp = mlp(Activation.valueOf(run.get("activation").asText()), 4, 3);
        Samples samples = samples();
        Parameters p = initial();
        Parameters gradient = p.zeros();
        int batch = REFERENCE.get("batch").asInt();
        Workspace w = mlp.workspace(batch);
        OptimizerState state = PyTorchTest.optimizer(run.get("optimizer").asText()).start(p);
        RateState schedule = schedule(run.get("schedule").asText()).start();
        for (int epoch = 0; epoch < REFERENCE.get("epochs").asInt(); epoch++) {
            for (int from = 0; from < samples.rows(); from += batch) {
                w.load(samples, from, Math.min(samples.rows(), from + batch));
                mlp.lossAndGradient(p, w, gradient);
                state.step(p, gradient, run.get("rate").asDouble() * schedule.factor(epoch));
            }
            schedule.observeEpoch(Scores.of(mlp, p, samples).loss());
        }
        Score score = Scores.of(mlp, p, samples);
        assertThat(score.loss()).isCloseTo(run.get("loss").asDouble(), within(1e-11));
        assertThat(score.metric()).isCloseTo(run.get("r2").asDouble(), within(1e-10));
        assertThat(Nets.flat(p))
                .containsExactly(References.numbers(run.get("parameters")), within(1e-9));
    }

    static Stream<Object[]> runs() {
        return StreamSupport.stream(REFERENCE.get("runs").spliterator(), false)
                .map(run ->
                        new Object[] {
                            String.join(
                                    " ",
                                    run.get("optimizer").asText(),
                                    run.get("activation").asText(),
                                    run.get("schedule").asText()),
                            run
                        });
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void everyGradientIsCorrect(Activation activation) {
        for (int[] hidden : new int[][] {{}, {4}, {4, 3}}) {
            Mlp mlp = mlp(activation, hidden);
            for (Regularizer penalty : Nets.regularizers(hidden.length)) {
                GradientCheck check =
                        new GradientCheck(mlp, penalty, GradientCheck.DEFAULT_STEP, 1000);
                assertThat(check.run(Nets.parameters(mlp, 21), samples()))
                        .hasSize(2 * hidden.length + 2)
                        .allMatch(GradientCheck.Block::correct);
            }
        }
    }

    @Test
    void oneUpdateOfPlainGradientDescentIsTheFormula() {
        Mlp mlp = mlp(Activation.TANH);
        Parameters p = mlp.initialize(1);
        p.weights(0)[0] = 0.5;
        p.weights(0)[1] = -0.25;
        p.biases(0)[0] = 0.125;
        Samples rows = Samples.ofTargets(new double[] {2, 1, -1, 3}, 2, new double[] {1, 0});
        Workspace w = mlp.workspace(2);
        w.load(rows, 0, 2);
        w.pass.descend(p, 0.1);
        assertThat(w.pass.meanLoss()).isEqualTo((0.125 * 0.125 + 1.125 * 1.125) / 2);
        assertThat(Nets.flat(p))
                .containsExactly(
                        new double[] {
                            0.5 - 0.1 * (2 * -0.125 + -1 * -1.125),
                            -0.25 - 0.1 * (1 * -0.125 + 3 * -1.125),
                            0.125 - 0.1 * (-0.125 - 1.125)
                        },
                        within(1e-15));
    }

    @Test
    void bothWaysOfEvaluatingAgree() {
        Samples many =
                Samples.ofTargets(
                        IntStream.range(0, 1400).mapToDouble(i -> Math.sin(i)).toArray(),
                        2,
                        IntStream.range(0, 700).mapToDouble(i -> Math.cos(i)).toArray());
        Mlp mlp = mlp(Activation.TANH, 4, 3);
        assertThat(Evaluation.keepsColumns(mlp.spec(), 2, 1)).isTrue();
        Parameters p = Nets.parameters(mlp, 3);
        Workspace w = mlp.workspace(700);
        w.load(many, 0, 700);
        double loss = mlp.loss(p, w);
        Score score = Scores.of(mlp, p, many);
        assertThat(score.loss()).isCloseTo(loss, within(1e-14));
        assertThat(score.metric()).isCloseTo(1 - loss / many.targetVariance(), within(1e-14));
    }

    @Test
    void theMetricIsOneForAPerfectFitAndZeroForTheMean() {
        Samples rows = samples();
        Task task = new Task.Regression();
        assertThat(task.score(0, 0, rows)).isEqualTo(new Score(0, 1));
        assertThat(task.score(rows.rows() * rows.targetVariance(), 0, rows).metric()).isZero();
        Samples constant = Samples.ofTargets(new double[] {1, 2}, 1, new double[] {3, 3});
        assertThat(task.score(0, 0, constant).metric()).isEqualTo(1);
        assertThat(task.score(2, 0, constant).metric()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(task.uninformedLoss(rows)).isEqualTo(rows.targetVariance());
        assertThat(new Task.Classification(3).uninformedLoss(rows)).isEqualTo(Math.log(3));
    }

    private static Mlp mlp(Activation activation, int... hidden) {
        return new Mlp(
                new ModelSpec(
                        IntStream.of(hidden).boxed().toList(),
                        List.of(activation),
                        new Initializer.Xavier()),
                2,
                new Task.Regression());
    }

    private static LearningRateSchedule schedule(String name) {
        return switch (name) {
            case "constant" -> new LearningRateSchedule.Constant();
            case "inverseTime" -> new LearningRateSchedule.InverseTime(0.1);
            case "plateau" -> new LearningRateSchedule.Plateau(0.5, 1);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Samples samples() {
        return Samples.ofTargets(
                References.numbers(REFERENCE.get("inputs")),
                2,
                References.numbers(REFERENCE.get("targets")));
    }

    private static Parameters initial() {
        Parameters p = new Parameters(2, 4, 3, 1);
        int at = 0;
        for (int l = 0; l < p.layers(); l++) {
            for (double[] block : List.of(p.weights(l), p.biases(l))) {
                for (int i = 0; i < block.length; i++) {
                    block[i] = REFERENCE.get("initial").get(at++).asDouble();
                }
            }
        }
        return p;
    }
}
