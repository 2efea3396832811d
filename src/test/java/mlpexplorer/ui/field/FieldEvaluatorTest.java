package mlpexplorer.ui.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Input;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Workspace;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class FieldEvaluatorTest {
    private final Field field = new Field();
    private final FieldEvaluator evaluator = new FieldEvaluator();

    @ParameterizedTest
    @EnumSource(Activation.class)
    void theFieldIsWhatTheNetworkSaysAtEachNode(Activation activation) {
        Frame frame =
                Runs.trained(Runs.split(new DataSpec.Spiral()), Runs.model(activation, 13, 9), 40);
        FieldRequest request = request(frame, new Domain(-6, 6, -5, 7));

        boolean whole = evaluator.evaluate(request, 31, field, () -> false);

        assertThat(whole).isTrue();
        for (int row = 0; row < 31; row++) {
            for (int column = 0; column < 31; column++) {
                double[] expected =
                        probabilities(frame, -6 + 12 * column / 30.0, 7 - 12 * row / 30.0);
                for (int c = 0; c < 3; c++) {
                    assertThat(Fields.probability(field, row * 31 + column, c))
                            .isCloseTo(expected[c], within(2e-3));
                }
            }
        }
    }

    @Test
    void computedInputsAreComputedAtEachNode() {
        SplitSpec all = new SplitSpec().withInputs(List.of(Input.values()));
        Split split = new Split(new DataSpec.Spiral().generate(1), all, 1);
        Frame frame = Runs.trained(split, Runs.TANH_16_16, 20);

        evaluator.evaluate(request(frame, Domain.HOME), 13, field, () -> false);

        for (int node = 0; node < 13 * 13; node++) {
            double[] expected = probabilities(frame, -6 + node % 13, 6 - node / 13);
            for (int c = 0; c < 3; c++) {
                assertThat(Fields.probability(field, node, c)).isCloseTo(expected[c], within(2e-3));
            }
        }
    }

    @Test
    void softmaxRegressionHasAFieldToo() {
        Frame frame = Runs.trained(Runs.split(new DataSpec.Circles()), Runs.SOFTMAX_REGRESSION, 5);

        evaluator.evaluate(request(frame, Domain.HOME), 3, field, () -> false);

        assertThat(Fields.probability(field, 8, 1))
                .isCloseTo(probabilities(frame, 6, -6)[1], within(1e-5));
    }

    @Test
    void aCertainNetworkGivesFiniteLogits() {
        Frame frame = Runs.trained(Runs.split(new DataSpec.Circles()), Runs.TANH_16_16, 5);
        frame.parameters().scale(1e3);

        evaluator.evaluate(request(frame, Domain.HOME), 5, field, () -> false);

        for (int node = 0; node < 25; node++) {
            assertThat(field.logit(node, 1)).isFinite();
        }
    }

    @Test
    void theLikeliestClassOfANodeIsItsLabel() {
        Frame frame = Runs.trained(Runs.split(new DataSpec.Spiral()), Runs.TANH_16_16, 40);

        evaluator.evaluate(request(frame, Domain.HOME), 11, field, () -> false);

        for (int node = 0; node < 121; node++) {
            double most = Fields.probability(field, node, field.label(node));
            for (int c = 0; c < 3; c++) {
                assertThat(Fields.probability(field, node, c)).isLessThanOrEqualTo(most);
            }
        }
    }

    @Test
    void anInterruptedFieldIsNotWhole() {
        Frame frame = Runs.trained(Runs.split(new DataSpec.Circles()), Runs.TANH_16_16, 0);

        assertThat(evaluator.evaluate(request(frame, Domain.HOME), 50, field, () -> true))
                .isFalse();
    }

    @Test
    void anotherNetworkMayFollow() {
        Frame two = Runs.trained(Runs.split(new DataSpec.Circles()), Runs.TANH_16_16, 0);
        Frame three = Runs.trained(Runs.split(new DataSpec.Spiral()), Runs.SOFTMAX_REGRESSION, 3);

        evaluator.evaluate(request(two, Domain.HOME), 40, field, () -> false);
        evaluator.evaluate(request(three, Domain.HOME), 3, field, () -> false);

        assertThat(field.classes()).isEqualTo(3);
        assertThat(Fields.probability(field, 0, 2))
                .isCloseTo(probabilities(three, -6, 6)[2], within(1e-5));
    }

    private static FieldRequest request(Frame frame, Domain domain) {
        FieldPainter painter =
                new ClassPainter(new ClassColors(frame.mlp().outputs(), Theme.LIGHT), false);
        return new FieldRequest(
                frame.mlp(), frame.parameters(), frame.split().scaling(), domain, painter, 400);
    }

    /// The forward pass of one point, computed independently.
    private static double[] probabilities(Frame frame, double x, double y) {
        Mlp mlp = frame.mlp();
        Split split = frame.split();
        Workspace row = mlp.workspace(1);
        row.resize(1);
        split.scaling().apply(new double[] {x, y}, row.inputs(), 0);
        mlp.forward(frame.parameters(), row);
        return row.outputs(mlp.layers() - 1);
    }
}
