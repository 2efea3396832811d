package mlpexplorer.data;

import mlpexplorer.nn.Samples;

import java.util.Arrays;

/// Standardization of features: `(x − mean)/deviation` per column. Immutable.
public final class Scaling {
    private final double[] means;
    private final double[] deviations;

    private Scaling(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /// The scaling by these numbers, one of each per column, copied; every deviation is positive.
    public static Scaling of(double[] means, double[] deviations) {
        return new Scaling(means.clone(), deviations.clone());
    }

    /// The identity scaling.
    static Scaling identity(int columns) {
        double[] ones = new double[columns];
        Arrays.fill(ones, 1);
        return new Scaling(new double[columns], ones);
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
        return new Scaling(means, deviations(samples, order, count, means, varies));
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
        return samples.scaled(Arrays.copyOfRange(order, from, to), means, deviations);
    }
}
