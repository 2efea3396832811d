package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

class MlpTest {

    @Test
    void theSameSeedGivesTheSameParametersAndAnotherSeedOthers() {
        Mlp mlp = Nets.mlp(2, Activation.TANH);
        assertThat(Nets.flat(mlp.initialize(3))).containsExactly(Nets.flat(mlp.initialize(3)));
        assertThat(mlp.initialize(3).weights(0)).isNotEqualTo(mlp.initialize(4).weights(0));
    }

    @Test
    void biasesStartAtZero() {
        Parameters p = Nets.mlp(2, Activation.TANH).initialize(3);
        assertThat(IntStream.range(0, 3).mapToObj(p::biases))
                .allMatch(b -> Arrays.stream(b).allMatch(value -> value == 0));
    }

    @Test
    void randomBiasesAreDrawnLikeTheWeightsOfTheirLayerAndLeaveThoseAlone() {
        ModelSpec spec =
                new ModelSpec(
                        List.of(300, 300),
                        List.of(Activation.TANH),
                        new Initializer.Gaussian(List.of(0.1, 0.5, 0.2)));
        Parameters p = new Mlp(spec.withBiases(ModelSpec.Biases.RANDOM), 2, 300).initialize(3);
        for (int l = 0; l < 3; l++) {
            double deviation = List.of(0.1, 0.5, 0.2).get(l);
            for (double[] values : List.of(p.weights(l), p.biases(l))) {
                double square =
                        Arrays.stream(values).map(value -> value * value).average().orElse(0);
                assertThat(Math.sqrt(square)).isCloseTo(deviation, within(0.2 * deviation));
            }
            assertThat(p.weights(l)).isEqualTo(new Mlp(spec, 2, 300).initialize(3).weights(l));
            assertThat(Arrays.copyOf(p.weights(l), 300)).isNotEqualTo(p.biases(l));
        }
    }

    @Test
    void deviationsMustFitTheLayers() {
        assertThatThrownBy(() ->
                        new ModelSpec(
                                List.of(3),
                                Activation.TANH,
                                new Initializer.Gaussian(List.of(0.1, 0.2, 0.3))))
                .hasMessage(
                        "initializer.deviation has 3 numbers, but must have one for all layers or"
                                + " 2, one for each hidden layer and one for the output.");
    }

    @Test
    void aLayersWeightsDoNotDependOnTheLayersBeforeIt() {
        Initializer gaussian = new Initializer.Gaussian(1);
        Mlp narrow = new Mlp(new ModelSpec(List.of(3, 5), Activation.TANH, gaussian), 2, 4);
        Mlp wide = new Mlp(new ModelSpec(List.of(9, 5), Activation.TANH, gaussian), 7, 4);
        assertThat(wide.initialize(6).weights(2)).containsExactly(narrow.initialize(6).weights(2));
        assertThat(Arrays.copyOf(wide.initialize(6).weights(1), 15))
                .containsExactly(narrow.initialize(6).weights(1));
    }

    @Test
    void layersDifferFromOneAnother() {
        Parameters p =
                new Mlp(
                                new ModelSpec(
                                        List.of(3, 3), Activation.TANH, new Initializer.Xavier()),
                                3,
                                3)
                        .initialize(1);
        assertThat(p.weights(0)).isNotEqualTo(p.weights(1));
    }

    @Test
    void zeroWeightsCostLnCWhateverTheInput() {
        Mlp mlp =
                new Mlp(new ModelSpec(List.of(4), Activation.TANH, new Initializer.Zeros()), 2, 3);
        assertThat(mlp.loss(mlp.initialize(1), Nets.loaded(mlp, Nets.samples(7))))
                .isCloseTo(Math.log(3), within(1e-15));
    }

    @Test
    void probabilitiesOfEveryRowSumToOne() {
        Mlp mlp = Nets.mlp(2, Activation.RELU);
        Workspace w = Nets.loaded(mlp, Nets.samples(7));
        mlp.forward(Nets.parameters(mlp, 2), w);
        for (int row = 0; row < 7; row++) {
            assertThat(Arrays.stream(w.outputs(2), 3 * row, 3 * row + 3).sum())
                    .isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void forwardAndLossComputeTheSameProbabilities() {
        Mlp mlp = Nets.mlp(1, Activation.SILU);
        Parameters p = Nets.parameters(mlp, 2);
        Workspace w = Nets.loaded(mlp, Nets.samples(7));
        mlp.forward(p, w);
        double[] probabilities = w.outputs(1).clone();
        mlp.loss(p, w);
        assertThat(w.outputs(1)).containsExactly(probabilities);
    }

    @Test
    void forwardLeavesTheLabelsOfTheBatchAlone() {
        Mlp mlp = Nets.mlp(1, Activation.SILU);
        Parameters p = Nets.parameters(mlp, 2);
        Workspace w = Nets.loaded(mlp, Nets.samples(7));
        double before = mlp.loss(p, w);
        mlp.forward(p, w);
        assertThat(mlp.loss(p, w)).isEqualTo(before);
    }

    @Test
    void descendingIsOneStepOfPlainGradientDescent() {
        Mlp mlp = Nets.mlp(2, Activation.TANH);
        Parameters stored = Nets.parameters(mlp, 2);
        Parameters direct = stored.copy();
        Parameters gradient = stored.zeros();
        Workspace w = Nets.loaded(mlp, Nets.samples(7));
        double expected = mlp.lossAndGradient(stored, w, gradient);
        new Optimizer.Sgd().start(stored).step(stored, gradient, 0.3);
        w.pass.descend(direct, 0.3);
        assertThat(w.pass.meanLoss()).isEqualTo(expected);
        assertThat(Nets.flat(direct)).containsExactly(Nets.flat(stored), within(1e-15));
    }

    @Test
    void descendingFromALossThatIsNotFiniteMovesNothing() {
        Mlp mlp = Nets.mlp(1, Activation.RELU);
        Parameters p = Nets.parameters(mlp, 2);
        p.biases(1)[0] = Double.POSITIVE_INFINITY;
        double[] before = Nets.flat(p);
        Workspace w = Nets.loaded(mlp, Nets.samples(7));
        w.pass.descend(p, 0.3);
        assertThat(w.pass.meanLoss()).isNaN();
        assertThat(Nets.flat(p)).containsExactly(before);
    }

    @Test
    void evaluationInChunksAgreesWithOneBatch() {
        Mlp mlp = Nets.mlp(2, Activation.TANH);
        Parameters p = Nets.parameters(mlp, 2);
        RandomStream random = new RandomStream(3);
        Samples samples =
                new Samples(
                        DoubleStream.generate(() -> random.uniform(-2, 2)).limit(1400).toArray(),
                        2,
                        IntStream.range(0, 700).map(row -> row % 3).toArray());
        Workspace whole = Nets.loaded(mlp, samples);
        Score chunks = Scores.of(mlp, p, samples);
        assertThat(chunks.loss()).isCloseTo(mlp.loss(p, whole), within(1e-14));
        assertThat(chunks.metric()).isEqualTo(whole.pass.correct() / 700.0);
    }

    @Test
    void noSamplesHaveNoScore() {
        Mlp mlp = Nets.mlp(1, Activation.TANH);
        assertThat(Scores.of(mlp, mlp.initialize(1), new Samples(new double[0], 2, new int[0])))
                .isEqualTo(new Score(Double.NaN, Double.NaN));
    }

    @Test
    void aShorterBatchAfterALongerOneSeesNothingOfIt() {
        Mlp mlp = Nets.mlp(2, Activation.ELU);
        Parameters p = Nets.parameters(mlp, 2);
        Parameters expected = p.zeros();
        Parameters actual = p.zeros();
        mlp.lossAndGradient(p, Nets.loaded(mlp, Nets.samples(2)), expected);
        Workspace used = Nets.loaded(mlp, Nets.samples(7));
        mlp.lossAndGradient(p, used, actual);
        used.load(Nets.samples(7), 0, 2);
        mlp.lossAndGradient(p, used, actual);
        assertThat(Nets.flat(actual)).containsExactly(Nets.flat(expected));
    }

    @Test
    void rowsAreLoadedInTheGivenOrder() {
        Mlp mlp = Nets.mlp(0, Activation.TANH);
        Workspace w = mlp.workspace(4);
        w.load(Nets.samples(7), new int[] {6, 2, 0, 5}, 1, 3);
        assertThat(w.rows()).isEqualTo(2);
        assertThat(Arrays.copyOf(w.inputs(), 4)).containsExactly(-0.75, 0.5, 0.5, -1);
    }

    @Test
    void aWorkspaceRefusesMoreRowsThanItHolds() {
        Workspace w = Nets.mlp(1, Activation.TANH).workspace(3);
        assertThatThrownBy(() -> w.load(Nets.samples(7), 0, 4))
                .hasMessage("rows is 4, but this workspace holds 3.");
    }

    @Test
    void theFirstLayerWithAnInfiniteOutputIsFound() {
        Mlp mlp = Nets.mlp(2, Activation.RELU);
        Parameters p = Nets.parameters(mlp, 2);
        p.biases(1)[0] = Double.POSITIVE_INFINITY;
        Workspace w = Nets.loaded(mlp, Nets.samples(7));
        mlp.loss(p, w);
        assertThat(IntStream.range(0, 3).mapToObj(w::isFinite)).containsExactly(true, false, false);
    }

    @Test
    void sizesOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> new Mlp(new ModelSpec(), 0, 2))
                .hasMessage("inputs is 0, but must be from 1 to 1,000,000.");
        assertThatThrownBy(() -> new Mlp(new ModelSpec(), 2, 1))
                .hasMessage("classes is 1, but must be from 2 to 10,000.");
    }
}
