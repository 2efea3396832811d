package mlpexplorer.data;

import mlpexplorer.nn.Samples;

import java.util.Arrays;

/// Standardization of features and, in regression, of the target: `(x − mean)/deviation` per
/// column. Immutable.
public final class Scaling {
    private final double[] means;
    private final double[] deviations;
    private final double targetMean;
    private final double targetDeviation;

    private Scaling(
            double[] means, double[] deviations, double targetMean, double targetDeviation) {
        this.means = means;
        this.deviations = deviations;
        this.targetMean = targetMean;
        this.targetDeviation = targetDeviation;
    }

    /// The scaling of features by these numbers, one of each per column, copied, and of targets;
    /// every deviation is positive.
    public static Scaling of(
            double[] means, double[] deviations, double targetMean, double targetDeviation) {
        return new Scaling(means.clone(), deviations.clone(), targetMean, targetDeviation);
    }

    /// The identity scaling.
    static Scaling identity(int columns) {
        double[] ones = new double[columns];
        Arrays.fill(ones, 1);
        return new Scaling(new double[columns], ones, 0, 1);
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
                means, deviations, targetMean, targetDeviation(samples, order, count, targetMean));
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

    public int columns() {
        return means.length;
    }

    public double mean(int column) {
        return means[column];
    }

    public double deviation(int column) {
        return deviations[column];
    }

    /// Scales one raw feature.
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
