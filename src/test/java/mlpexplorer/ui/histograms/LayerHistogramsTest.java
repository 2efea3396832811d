package mlpexplorer.ui.histograms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Samples;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.histograms.LayerHistograms.Histogram;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class LayerHistogramsTest {
    private static final Samples TWO = new Samples(new double[] {1, -1}, 1, new int[] {0, 1});

    private final Mlp mlp =
            new Mlp(new ModelSpec(List.of(3), Activation.TANH, new Initializer.Xavier()), 1, 2);

    @Test
    void valuesFallIntoEqualBins() {
        Histogram histogram = Histogram.of(new double[] {0, 0.5, 39.5, 40}, 4);
        assertThat(histogram.counts()[0]).isEqualTo(2);
        assertThat(histogram.counts()[39]).isEqualTo(2);
        assertThat(histogram.mean()).isEqualTo(20);
    }

    @Test
    void valuesThatAreAllAlikeHaveARangeAroundThem() {
        Histogram histogram = Histogram.of(new double[] {2, 2, 2}, 3);
        assertThat(histogram.low()).isLessThan(2);
        assertThat(histogram.high()).isGreaterThan(2);
        assertThat(histogram.highest()).isEqualTo(3);
    }

    @Test
    void valuesThatAreNotFiniteDoNotCount() {
        assertThat(
                        Histogram.of(new double[] {Double.NaN, 1, Double.POSITIVE_INFINITY, 2}, 4)
                                .total())
                .isEqualTo(2);
    }

    @Test
    void eachLayerHasItsWeightsAndItsActivations() {
        List<LayerHistograms> layers =
                LayerHistograms.of(mlp, mlp.initialize(1), TWO, new TrainingSpec(), 0.03);
        assertThat(layers).extracting(LayerHistograms::shape).containsExactly("1 × 3", "3 × 2");
        assertThat(layers).extracting(layer -> layer.weights().total()).containsExactly(3, 6);
        assertThat(layers).extracting(layer -> layer.activations().total()).containsExactly(6, 4);
        assertThat(layers.getLast().activations().mean()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void theRatioIsThatOfOneGradientStepAtTheRate() {
        // Softmax regression from w = (1, −1): p = σ(2) for both rows, ∂L/∂w = ±(1 − p)
        Mlp regression =
                new Mlp(new ModelSpec(List.of(), Activation.TANH, new Initializer.Zeros()), 1, 2);
        Parameters parameters = regression.initialize(1);
        parameters.weights(0)[0] = 1;
        parameters.weights(0)[1] = -1;
        double step = 0.1 * (1 - 1 / (1 + Math.exp(-2)));
        LayerHistograms layer =
                LayerHistograms.of(regression, parameters, TWO, new TrainingSpec(), 0.1).getFirst();
        assertThat(layer.ratio()).isCloseTo(Math.log10(step), within(1e-12));
        assertThat(layer.ratios().mean()).isCloseTo(Math.log10(step), within(1e-12));
    }

    @Test
    void aTenTimesLargerRateMovesTheRatiosByOnePowerOfTen() {
        Parameters parameters = mlp.initialize(3);
        double slow =
                LayerHistograms.of(mlp, parameters, TWO, new TrainingSpec(), 0.01)
                        .getFirst()
                        .ratio();
        double fast =
                LayerHistograms.of(mlp, parameters, TWO, new TrainingSpec(), 0.1)
                        .getFirst()
                        .ratio();
        assertThat(fast - slow).isCloseTo(1, within(1e-9));
    }

    @Test
    void weightsOfZeroHaveNoRatio() {
        Parameters zeros = mlp.initialize(1).zeros();
        LayerHistograms layer =
                LayerHistograms.of(mlp, zeros, TWO, new TrainingSpec(), 0.03).getFirst();
        assertThat(layer.ratios().total()).isZero();
        assertThat(layer.ratio()).isNaN();
    }

    @Test
    void aHistogramOfNothingCountsNothing() {
        assertThat(IntStream.of(Histogram.of(new double[0], 0).counts()).sum()).isZero();
    }
}
