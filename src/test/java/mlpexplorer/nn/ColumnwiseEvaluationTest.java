package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.stream.IntStream;

class ColumnwiseEvaluationTest {
    private static final int ROWS = ColumnwiseEvaluation.BLOCK + 7;

    @ParameterizedTest
    @EnumSource
    void findsTheLossAndTheHitsOfBackpropagationForEveryActivation(Activation activation) {
        agrees(
                new Mlp(
                        new ModelSpec(List.of(9, 6), activation, new Initializer.Gaussian(0.7)),
                        5,
                        4));
    }

    @Test
    void findsThemWithoutHiddenLayers() {
        agrees(
                new Mlp(
                        new ModelSpec(List.of(), Activation.TANH, new Initializer.Gaussian(1)),
                        3,
                        2));
    }

    @Test
    void takesTheFirstOfEquallyProbableClasses() {
        Mlp mlp =
                new Mlp(new ModelSpec(List.of(2), Activation.TANH, new Initializer.Zeros()), 2, 3);
        ColumnwiseEvaluation pass = new ColumnwiseEvaluation(mlp);
        pass.run(
                mlp.initialize(1),
                new Samples(new double[] {1, 2, 3, 4, 5, 6}, 2, new int[] {0, 1, 2}),
                0,
                3);
        assertThat(pass.correct()).isEqualTo(1);
        assertThat(pass.loss()).isCloseTo(3 * Math.log(3), within(1e-15));
    }

    @Test
    void hugeLogitsNeitherOverflowNorLoseTheLoss() {
        Mlp mlp = new Mlp(new ModelSpec(List.of(), Activation.TANH, new Initializer.Zeros()), 1, 2);
        Parameters p = mlp.initialize(1);
        p.weights(0)[0] = 1000;
        ColumnwiseEvaluation pass = new ColumnwiseEvaluation(mlp);
        pass.run(p, new Samples(new double[] {1}, 1, new int[] {1}), 0, 1);
        assertThat(pass.loss()).isEqualTo(1000);
    }

    @Test
    void leavesWideLayersToTheLibrary() {
        assertThat(
                        ColumnwiseEvaluation.isFor(
                                new ModelSpec(
                                        List.of(16, 16), Activation.TANH, new Initializer.Xavier()),
                                2,
                                3))
                .isTrue();
        assertThat(
                        ColumnwiseEvaluation.isFor(
                                new ModelSpec(
                                        List.of(64, 64), Activation.TANH, new Initializer.Xavier()),
                                2,
                                3))
                .isFalse();
    }

    /// Uses two blocks, so that the second one sees leftovers of the first.
    private static void agrees(Mlp mlp) {
        Parameters p = mlp.initialize(3);
        RandomStream random = new RandomStream(5);
        double[] features =
                IntStream.range(0, ROWS * mlp.inputs())
                        .mapToDouble(i -> random.uniform(-3, 3))
                        .toArray();
        int[] labels = IntStream.range(0, ROWS).map(row -> row % mlp.outputs()).toArray();
        Samples samples = new Samples(features, mlp.inputs(), labels);
        Workspace whole = Nets.loaded(mlp, samples);
        double loss = mlp.loss(p, whole) * ROWS;
        ColumnwiseEvaluation pass = new ColumnwiseEvaluation(mlp);
        pass.run(p, samples, 0, ColumnwiseEvaluation.BLOCK);
        double first = pass.loss();
        int hits = pass.correct();
        pass.run(p, samples, ColumnwiseEvaluation.BLOCK, ROWS);
        assertThat(first + pass.loss()).isCloseTo(loss, within(1e-12 * Math.abs(loss)));
        assertThat(hits + pass.correct()).isEqualTo(whole.pass.correct());
    }
}
