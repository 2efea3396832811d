package mlpexplorer.data;

import mlpexplorer.nn.Samples;

import java.util.Arrays;
import java.util.List;

/// The map from raw features to network inputs: formulas of [Input], if any, then standardization,
/// `(x − mean)/deviation` per column; in regression, the target is scaled likewise. Immutable.
public final class Scaling {
    private final List<Input> inputs;
    private final double[] means;
    private final double[] deviations;
    private final double targetMean;
    private final double targetDeviation;

    private Scaling(
            List<Input> inputs,
            double[] means,
            double[] deviations,
            double targetMean,
            double targetDeviation) {
        this.inputs = List.copyOf(inputs);
        this.means = means;
        this.deviations = deviations;
        this.targetMean = targetMean;
        this.targetDeviation = targetDeviation;
    }

    /// The scaling of features by these numbers, one of each per column, copied, and of targets;
    /// every deviation is positive.
    public static Scaling of(
            double[] means, double[] deviations, double targetMean, double targetDeviation) {
        return new Scaling(
                List.of(), means.clone(), deviations.clone(), targetMean, targetDeviation);
    }

    /// The same scaling of inputs that are computed from two features, one per column, or of the
    /// features themselves if `inputs` is empty.
    public Scaling withInputs(List<Input> inputs) {
        return new Scaling(inputs, means, deviations, targetMean, targetDeviation);
    }

    /// The inputs that are computed from two features; empty if the features are the inputs.
    public List<Input> inputs() {
        return inputs;
    }

    /// The unscaled inputs of raw rows.
    static Samples inputs(Samples features, List<Input> inputs) {
        if (inputs.isEmpty()) {
            return features;
        }
        if (features.columns() != Input.FEATURES) {
            throw new IllegalArgumentException(tooManyFeaturesMessage(features.columns()));
        }
        double[] values = new double[features.rows() * inputs.size()];
        for (int row = 0; row < features.rows(); row++) {
            double x1 = features.feature(row, 0);
            double x2 = features.feature(row, 1);
            for (int i = 0; i < inputs.size(); i++) {
                values[row * inputs.size() + i] = inputs.get(i).of(x1, x2);
            }
        }
        return features.withFeatures(values, inputs.size());
    }

    /// Why there are no computed inputs for data with `features` features.
    public static String tooManyFeaturesMessage(int features) {
        return "data.inputs needs data with two features, but there "
                + (features == 1 ? "is 1" : "are " + features)
                + "; set it to null.";
    }

    /// Writes the network inputs for a row of raw features into `target` (modified), starting at
    /// `offset`.
    public void apply(double[] features, double[] target, int offset) {
        for (int column = 0; column < means.length; column++) {
            double value =
                    inputs.isEmpty()
                            ? features[column]
                            : inputs.get(column).of(features[0], features[1]);
            target[offset + column] = scale(column, value);
        }
    }

    /// The identity scaling.
    static Scaling identity(int columns) {
        double[] ones = new double[columns];
        Arrays.fill(ones, 1);
        return new Scaling(List.of(), new double[columns], ones, 0, 1);
    }

    /// The mean of the first `count` rows of `order`; deviations are 1.
    static Scaling centered(Samples samples, int[] order, int count) {
        Scaling full = of(samples, order, count);
        double[] ones = identity(samples.columns()).deviations;
        return new Scaling(List.of(), full.means, ones, full.targetMean, 1);
    }

    /// Mean and population deviation (divisor n) of the first `count` rows of `order`; a constant
    /// column is only centered.
    static Scaling of(Samples samples, int[] order, int count) {
        int columns = samples.columns();
        double[] row = new double[columns];
        double[] first = new double[columns];
        double[] means = new double[columns];
        boolean[] varies = new boolean[columns];
        samples.copyRow(order[0], first, 0);
        for (int i = 0; i < count; i++) {
            samples.copyRow(order[i], row, 0);
            for (int c = 0; c < columns; c++) {
                means[c] += row[c];
                varies[c] |= row[c] != first[c];
            }
        }
        for (int c = 0; c < columns; c++) {
            means[c] /= count;
        }
        double[] deviations = deviations(samples, order, count, means, varies);
        double targetMean = 0;
        for (int i = 0; i < count; i++) {
            targetMean += samples.target(order[i]) / count;
        }
        return new Scaling(
                List.of(),
                means,
                deviations,
                targetMean,
                targetDeviation(samples, order, count, targetMean));
    }

    private static double targetDeviation(Samples samples, int[] order, int count, double mean) {
        boolean varies = false;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double difference = samples.target(order[i]) - mean;
            varies |= samples.target(order[i]) != samples.target(order[0]);
            sum += difference * difference;
        }
        double deviation = varies ? Math.sqrt(sum / count) : 0;
        return deviation > 0 ? deviation : 1;
    }

    /// Tests the values, not the deviation: the mean of equal values may differ from them by
    /// rounding.
    private static double[] deviations(
            Samples samples, int[] order, int count, double[] means, boolean[] varies) {
        int columns = samples.columns();
        double[] row = new double[columns];
        double[] deviations = new double[columns];
        for (int i = 0; i < count; i++) {
            samples.copyRow(order[i], row, 0);
            for (int c = 0; c < columns; c++) {
                double difference = row[c] - means[c];
                deviations[c] += difference * difference;
            }
        }
        for (int c = 0; c < columns; c++) {
            double deviation = varies[c] ? Math.sqrt(deviations[c] / count) : 0;
            deviations[c] = deviation > 0 ? deviation : 1;
        }
        return deviations;
    }

    /// The number of network inputs.
    public int columns() {
        return means.length;
    }

    public double mean(int column) {
        return means[column];
    }

    public double deviation(int column) {
        return deviations[column];
    }

    /// Scales one unscaled input.
    public double scale(int column, double value) {
        return (value - means[column]) / deviations[column];
    }

    Samples apply(Samples samples, int[] order, int from, int to) {
        return samples.scaled(Arrays.copyOfRange(order, from, to), means, deviations)
                .withScaledTargets(targetMean, targetDeviation);
    }

    /// The standard deviation of the raw target that is one unit of the network's output; 1 in
    /// classification.
    public double targetDeviation() {
        return targetDeviation;
    }

    /// Scales one raw target.
    public double scaleTarget(double target) {
        return (target - targetMean) / targetDeviation;
    }

    /// The raw target for an output of the network.
    public double targetOf(double output) {
        return targetMean + targetDeviation * output;
    }
}
