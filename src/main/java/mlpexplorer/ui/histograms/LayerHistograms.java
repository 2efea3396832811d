package mlpexplorer.ui.histograms;

import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Workspace;
import mlpexplorer.training.TrainingSpec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The histograms of one layer.
///
/// @param layer number of the layer, counted from 1
/// @param shape fan-in × fan-out
/// @param weights without the biases
/// @param activations activations for the sampled rows; class probabilities for the last layer
/// @param ratios log₁₀ of |η · ∂L/∂w| / |w| for each weight that is not zero
/// @param ratio log₁₀ of mean |η · ∂L/∂w| over mean |w|; NaN where either is zero
record LayerHistograms(
        int layer,
        String shape,
        Histogram weights,
        Histogram activations,
        Histogram ratios,
        double ratio) {
    /// Training rows sampled.
    static final int ROWS = 256;

    /// The range of the ratios' axis, in powers of ten.
    static final double MIN_RATIO = -7;

    static final double MAX_RATIO = 1;

    /// Computes the histograms of all layers, with one gradient on the first [#ROWS] training rows.
    ///
    /// @param rate learning rate in effect, with the factor of the schedule
    static List<LayerHistograms> of(
            Mlp mlp, Parameters parameters, Samples train, TrainingSpec spec, double rate) {
        int rows = Math.min(ROWS, train.rows());
        if (rows == 0) {
            return List.of();
        }
        Workspace workspace = mlp.workspace(rows);
        workspace.load(train, 0, rows);
        Parameters gradient = parameters.zeros();
        mlp.lossAndGradient(parameters, workspace, gradient);
        spec.regularizer().addGradient(parameters, gradient);
        List<LayerHistograms> layers = new ArrayList<>();
        for (int l = 0; l < parameters.layers(); l++) {
            double[] w = parameters.weights(l);
            double[] step =
                    Arrays.stream(gradient.weights(l)).map(g -> Math.abs(rate * g)).toArray();
            layers.add(
                    new LayerHistograms(
                            l + 1,
                            parameters.fanIn(l) + " × " + parameters.fanOut(l),
                            Histogram.of(w, w.length),
                            Histogram.of(workspace.outputs(l), rows * parameters.fanOut(l)),
                            Histogram.of(ratios(step, w), MIN_RATIO, MAX_RATIO),
                            ratio(step, w)));
        }
        return layers;
    }

    /// An update of zero has a ratio of −∞ and counts in the lowest bin.
    private static double[] ratios(double[] step, double[] w) {
        double[] logs = new double[w.length];
        int size = 0;
        for (int i = 0; i < w.length; i++) {
            double log = Math.log10(step[i] / Math.abs(w[i]));
            if (w[i] != 0 && !Double.isNaN(log)) {
                logs[size++] = Math.clamp(log, MIN_RATIO, MAX_RATIO);
            }
        }
        return Arrays.copyOf(logs, size);
    }

    private static double ratio(double[] step, double[] w) {
        double log = Math.log10(Arrays.stream(step).sum() / Arrays.stream(w).map(Math::abs).sum());
        return Double.isFinite(log) ? log : Double.NaN;
    }

    /// Counts of values in equal bins from `low` to `high`; values beyond either end count in the
    /// outermost bin.
    ///
    /// @param low start of the first bin
    /// @param high end of the last bin, above `low`
    /// @param counts counts per bin
    /// @param mean mean of all finite values, NaN if there are none
    /// @param deviation their standard deviation (divided by n)
    record Histogram(double low, double high, int[] counts, double mean, double deviation) {
        static final int BINS = 40;

        /// Counts the finite values among the first `size`, over their own range.
        static Histogram of(double[] values, int size) {
            double[] finite = Arrays.stream(values, 0, size).filter(Double::isFinite).toArray();
            double least = Arrays.stream(finite).min().orElse(0);
            double most = Arrays.stream(finite).max().orElse(1);
            double room = most > least ? 0 : Math.max(Math.abs(least) * 0.1, 0.1);
            return of(finite, least - room, most + room);
        }

        /// Counts finite values over a given range.
        static Histogram of(double[] finite, double low, double high) {
            int[] counts = new int[BINS];
            double mean = Arrays.stream(finite).average().orElse(Double.NaN);
            double squares = 0;
            for (double value : finite) {
                counts[
                        (int)
                                Math.clamp(
                                        Math.floor((value - low) / (high - low) * BINS),
                                        0,
                                        BINS - 1)]++;
                squares += (value - mean) * (value - mean);
            }
            return new Histogram(low, high, counts, mean, Math.sqrt(squares / finite.length));
        }

        int highest() {
            return Arrays.stream(counts).max().orElse(0);
        }

        int total() {
            return Arrays.stream(counts).sum();
        }
    }
}
