package mlpexplorer.data;

import java.util.Arrays;
import mlpexplorer.nn.Samples;

/// Standardisation of features: `(x − mean)/deviation` per column. Immutable.
public final class Scaling {
    private final double[] means;
    private final double[] deviations;

    private Scaling(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /// Leaves features as they are.
    static Scaling identity(int columns) {
        double[] ones = new double[columns];
        Arrays.fill(ones, 1);
        return new Scaling(new double[columns], ones);
    }

    /// Mean and population deviation (divisor n) of the first `count` rows of `order`; a constant column is only centred.
    static Scaling of(Samples samples, int[] order, int count) {
        int columns = samples.columns();
        double[] means = new double[columns];
        double[] deviations = new double[columns];
        for (int c = 0; c < columns; c++) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += samples.feature(order[i], c);
            }
            means[c] = sum / count;
            double squares = 0;
            for (int i = 0; i < count; i++) {
                double difference = samples.feature(order[i], c) - means[c];
                squares += difference * difference;
            }
            double deviation = isConstant(samples, c, order, count) ? 0 : Math.sqrt(squares / count);
            deviations[c] = deviation > 0 ? deviation : 1;
        }
        return new Scaling(means, deviations);
    }

    /// Asked of the values: the mean of equal values may miss them by its rounding, and so make a deviation.
    private static boolean isConstant(Samples samples, int column, int[] order, int count) {
        for (int i = 1; i < count; i++) {
            if (samples.feature(order[i], column) != samples.feature(order[0], column)) {
                return false;
            }
        }
        return true;
    }

    public double mean(int column) {
        return means[column];
    }

    public double deviation(int column) {
        return deviations[column];
    }

    /// One raw feature as the network sees it.
    public double scale(int column, double value) {
        return (value - means[column]) / deviations[column];
    }

    Samples apply(Samples samples, int[] order, int from, int to) {
        int columns = samples.columns();
        double[] features = new double[(to - from) * columns];
        int[] labels = new int[to - from];
        for (int i = from; i < to; i++) {
            for (int c = 0; c < columns; c++) {
                features[(i - from) * columns + c] = scale(c, samples.feature(order[i], c));
            }
            labels[i - from] = samples.label(order[i]);
        }
        return new Samples(features, columns, labels);
    }
}
