package mlpexplorer.bench;

import java.util.Arrays;

/// Measured values in order of size.
final class Quantiles {
    private double[] values = new double[64];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /// By nearest rank, `share` from 0 to 1; NaN of nothing.
    double at(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * size) - 1)];
    }

    double median() {
        return at(0.5);
    }
}
