package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.nn.GradientCheck.Block;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class GradientCheckTest {

    @ParameterizedTest(name = "{0}, {1} hidden layers, {2}")
    @MethodSource("everyActivationDepthAndPenalty")
    void everyGradientIsRightToTenMillionths(
            Activation activation, int depth, Regularizer regularizer) {
        Mlp mlp = Nets.mlp(depth, activation);
        Parameters p = Nets.parameters(mlp, 21);
        for (int rows : new int[] {1, 2, 7}) {
            List<Block> blocks = check(mlp, regularizer).run(p, Nets.samples(rows));
            assertThat(blocks)
                    .hasSize(2 * depth + 2)
                    .allSatisfy(block -> {
                        assertThat(block.error()).isLessThanOrEqualTo(1e-7);
                        assertThat(block.correct()).isTrue();
                    });
            assertThat(blocks.stream().mapToInt(block -> block.checked() + block.kinks()).sum())
                    .isEqualTo(p.count());
            assertThat(blocks.stream().mapToInt(Block::kinks).sum())
                    .isLessThanOrEqualTo(
                            activation.hasKink() || regularizer.lambda1() > 0 ? p.count() / 5 : 0);
        }
    }

    static Stream<Object[]> everyActivationDepthAndPenalty() {
        return Arrays.stream(Activation.values())
                .flatMap(activation ->
                        IntStream.rangeClosed(0, 3)
                                .boxed()
                                .flatMap(depth ->
                                        Nets.regularizers(depth).stream()
                                                .map(penalty ->
                                                        new Object[] {
                                                            activation, depth, penalty
                                                        })));
    }

    @Test
    void unlikeLayersAreCheckedAndOnlyThoseWithKinksAreLeftOut() {
        Mlp mlp = Nets.mlp(List.of(Activation.TANH, Activation.RELU, Activation.SIGMOID), 3);
        Parameters p = Nets.parameters(mlp, 21);
        List<Block> blocks = check(mlp, Nets.regularizers(3).getLast()).run(p, Nets.samples(7));
        assertThat(blocks).hasSize(8).allMatch(Block::correct);
        assertThat(blocks.subList(4, 8)).extracting(Block::kinks).containsOnly(0);
    }

    /// A weight at 1e-4 is left out where its layer has a λ₁, and only there.
    @Test
    void aCornerOfOneLayersPenaltyIsNoneOfAnotherLayers() {
        Mlp mlp = Nets.mlp(1, Activation.TANH);
        Parameters p = Nets.parameters(mlp, 28);
        p.weights(0)[0] = 1e-4;
        p.weights(1)[0] = 1e-4;
        Regularizer second =
                new Regularizer.PerLayer(
                        List.of(new Regularizer.Lambdas(), new Regularizer.Lambdas(0.1, 0)));
        List<Block> blocks = check(mlp, second).run(p, Nets.samples(7));
        assertThat(blocks)
                .allMatch(Block::correct)
                .extracting(Block::kinks)
                .containsExactly(0, 0, 1, 0);
    }

    /// Its derivatives are small, so rounding matters more.
    @ParameterizedTest
    @EnumSource(names = {"SIGMOID", "TANH", "SOFTPLUS", "SILU", "GELU"})
    void theGradientOfATrainedNetIsRightToo(Activation activation) {
        Mlp mlp = Nets.mlp(2, activation);
        Parameters p = Nets.parameters(mlp, 22);
        Parameters gradient = p.zeros();
        OptimizerState state = new Optimizer.Sgd().start(p);
        Workspace w = Nets.loaded(mlp, Nets.samples(7));
        for (int step = 0; step < 6000; step++) {
            mlp.lossAndGradient(p, w, gradient);
            state.step(p, gradient, 0.3);
        }
        assertThat(mlp.lossAndGradient(p, w, gradient)).isLessThan(0.01);
        assertThat(check(mlp, new Regularizer.None()).run(p, Nets.samples(7)))
                .allMatch(Block::correct);
        gradient.biases(2)[0] *= 1.001;
        assertThat(check(mlp, new Regularizer.None()).compare(p, w, gradient).getLast().correct())
                .isFalse();
    }

    @Test
    void theParametersStayAsTheyWere() {
        Mlp mlp = Nets.mlp(1, Activation.GELU);
        Parameters p = Nets.parameters(mlp, 23);
        double[] before = Nets.flat(p);
        check(mlp, new Regularizer.L2()).run(p, Nets.samples(7));
        assertThat(Nets.flat(p)).containsExactly(before);
    }

    @Test
    void blocksAreNamedInOrder() {
        Mlp mlp = Nets.mlp(2, Activation.TANH);
        List<Block> blocks =
                check(mlp, new Regularizer.None()).run(Nets.parameters(mlp, 24), Nets.samples(7));
        assertThat(blocks)
                .extracting(Block::name)
                .containsExactly("W1", "b1", "W2", "b2", "W3", "b3");
    }

    @Test
    void oneWrongEntryMakesItsBlockWrongAndNoOther() {
        List<Block> blocks = tampered(gradient -> gradient.weights(1)[2] *= 1.000001);
        assertThat(blocks)
                .filteredOn(block -> !block.correct())
                .extracting(Block::name)
                .containsExactly("W2");
        assertThat(blocks.get(2).error()).isCloseTo(1e-6, within(1e-8));
    }

    @Test
    void aForgottenFactorShowsInBothRatios() {
        Block doubled =
                tampered(
                                gradient -> {
                                    for (int i = 0; i < gradient.biases(0).length; i++) {
                                        gradient.biases(0)[i] *= 2;
                                    }
                                })
                        .get(1);
        assertThat(doubled.correct()).isFalse();
        assertThat(doubled.minRatio()).isCloseTo(2, within(1e-6));
        assertThat(doubled.maxRatio()).isCloseTo(2, within(1e-6));
        assertThat(doubled.error()).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void aFlippedSignIsWrongByTwo() {
        Block flipped = tampered(gradient -> gradient.weights(0)[0] *= -1).get(0);
        assertThat(flipped.error()).isCloseTo(2, within(1e-6));
        assertThat(flipped.minRatio()).isCloseTo(-1, within(1e-6));
    }

    @Test
    void aGradientThatIsNotANumberIsWrong() {
        assertThat(tampered(gradient -> gradient.weights(1)[0] = Double.NaN).get(2).correct())
                .isFalse();
    }

    @Test
    void aBlockOfZerosIsWrongWhereTheLossDoesChange() {
        assertThat(tampered(gradient -> Arrays.fill(gradient.biases(1), 0)).get(3).error())
                .isEqualTo(1);
    }

    private static List<Block> tampered(Consumer<Parameters> mistake) {
        Mlp mlp = Nets.mlp(1, Activation.TANH);
        Parameters p = Nets.parameters(mlp, 25);
        Workspace w = Nets.loaded(mlp, Nets.samples(7));
        Parameters gradient = p.zeros();
        mlp.lossAndGradient(p, w, gradient);
        mistake.accept(gradient);
        return check(mlp, new Regularizer.None()).compare(p, w, gradient);
    }

    @Test
    void unitsThatCrossTheirKinkAreLeftOutAndCounted() {
        Mlp mlp =
                new Mlp(new ModelSpec(List.of(2), Activation.RELU, new Initializer.Zeros()), 1, 2);
        Parameters p = new Parameters(1, 2, 2);
        System.arraycopy(new double[] {1e-5, 1}, 0, p.weights(0), 0, 2);
        System.arraycopy(new double[] {1, -1, 0.5, -0.5}, 0, p.weights(1), 0, 4);
        List<Block> blocks =
                check(mlp, new Regularizer.None())
                        .run(p, new Samples(new double[] {1}, 1, new int[] {0}));
        assertThat(blocks).extracting(Block::kinks).containsExactly(1, 1, 0, 0);
        assertThat(blocks).extracting(Block::checked).containsExactly(1, 1, 4, 2);
        assertThat(blocks).allMatch(Block::correct);
    }

    @Test
    void weightsThatCrossZeroUnderL1AreLeftOutAndCounted() {
        Mlp mlp = Nets.mlp(0, Activation.TANH);
        Parameters p = new Parameters(2, 3);
        System.arraycopy(new double[] {1e-4, -1e-4, 0.5, 0, -0.5, 2e-3}, 0, p.weights(0), 0, 6);
        assertThat(check(mlp, new Regularizer.L1(0.1)).run(p, Nets.samples(7)).get(0))
                .satisfies(block -> assertThat(block.kinks()).isEqualTo(2))
                .satisfies(block -> assertThat(block.checked()).isEqualTo(4))
                .matches(Block::correct);
        assertThat(check(mlp, new Regularizer.L2(0.1)).run(p, Nets.samples(7)).get(0).kinks())
                .isZero();
    }

    @Test
    void atMostLimitEntriesOfABlockAreChecked() {
        Mlp mlp = Nets.mlp(1, Activation.TANH);
        List<Block> blocks =
                new GradientCheck(mlp, new Regularizer.None(), 1e-3, 5)
                        .run(Nets.parameters(mlp, 26), Nets.samples(7));
        assertThat(blocks).extracting(Block::checked).containsExactly(5, 4, 5, 3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7})
    void aCorrectGradientIsNeverWrongWhateverTheStep(double step) {
        for (int seed = 0; seed < 60; seed++) {
            Activation activation = Activation.values()[seed % Activation.values().length];
            int depth = seed % 4;
            Mlp mlp = Nets.mlp(depth, activation);
            Regularizer regularizer =
                    Nets.regularizers(depth).get(seed % Nets.regularizers(depth).size());
            Parameters p = Nets.parameters(mlp, seed);
            List<Block> blocks =
                    new GradientCheck(mlp, regularizer, step, Integer.MAX_VALUE)
                            .run(p, Nets.samples(1 + seed % 7));
            assertThat(blocks)
                    .as("seed %d", seed)
                    .allMatch(block -> block.verdict() != GradientCheck.Verdict.WRONG);
        }
    }

    /// Half of the rows of the truth table cancel in the output's bias: its derivative is 0 up to
    /// rounding.
    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7})
    void aDerivativeOfZeroIsCorrect(double step) {
        Mlp mlp =
                new Mlp(new ModelSpec(List.of(), Activation.TANH, new Initializer.Xavier()), 2, 2);
        Samples truthTable =
                new Samples(new double[] {-1, -1, -1, 1, 1, -1, 1, 1}, 2, new int[] {0, 1, 1, 0});
        for (int seed = 0; seed < 50; seed++) {
            List<Block> blocks =
                    new GradientCheck(mlp, new Regularizer.None(), step, Integer.MAX_VALUE)
                            .run(Nets.parameters(mlp, seed), truthTable);
            assertThat(blocks).as("seed %d", seed).allMatch(Block::correct);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-3, 1e-4, 1e-5, 1e-6})
    void anEntryOffByOneTenThousandthIsFound(double step) {
        for (int seed = 0; seed < 40; seed++) {
            Mlp mlp = Nets.mlp(1 + seed % 3, Activation.TANH);
            Parameters p = Nets.parameters(mlp, seed);
            Workspace w = Nets.loaded(mlp, Nets.samples(7));
            Parameters gradient = p.zeros();
            mlp.lossAndGradient(p, w, gradient);
            double[] block = gradient.weights(0);
            int largest =
                    IntStream.range(0, block.length)
                            .boxed()
                            .max(Comparator.comparingDouble(i -> Math.abs(block[i])))
                            .orElseThrow();
            block[largest] *= 1.0001;
            List<Block> blocks =
                    new GradientCheck(mlp, new Regularizer.None(), step, Integer.MAX_VALUE)
                            .compare(p, w, gradient);
            assertThat(blocks.getFirst().verdict())
                    .as("seed %d", seed)
                    .isEqualTo(GradientCheck.Verdict.WRONG);
            assertThat(blocks.subList(1, blocks.size())).allMatch(Block::correct);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.2  | 10 | step is 0.2, but must be from 1e-8 to 0.1.",
                "NaN  | 10 | step is NaN, but must be from 1e-8 to 0.1.",
                "1e-3 | 0  | limit is 0, but must be from 1 to 2,147,483,647.",
            })
    void aStepOrLimitOutOfRangeIsRefused(double step, int limit, String message) {
        Mlp mlp = Nets.mlp(0, Activation.TANH);
        assertThatThrownBy(() -> new GradientCheck(mlp, new Regularizer.None(), step, limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static GradientCheck check(Mlp mlp, Regularizer regularizer) {
        return new GradientCheck(mlp, regularizer, GradientCheck.DEFAULT_STEP, Integer.MAX_VALUE);
    }
}
