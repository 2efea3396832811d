package mlpexplorer.ui.charts;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/// Curves for tests: x is the index.
final class Curves {
    private Curves() {}

    static Curve of(double... y) {
        return new Growing(y, y.length);
    }

    static Curve of(int size, DoubleUnaryOperator y) {
        double[] values = new double[size];
        Arrays.setAll(values, y::applyAsDouble);
        return of(values);
    }

    static Growing growing(double... y) {
        return new Growing(y, 0);
    }

    /// A loss that falls as a training run's does: steep, then slow, with some noise.
    static double[] loss(int size, double start, double end, double noise, long seed) {
        Random random = new Random(seed);
        double[] values = new double[size];
        double speed = 12.0 / size;
        for (int i = 0; i < size; i++) {
            double fall = 0.7 * Math.exp(-i * speed * 2.5) + 0.3 * Math.exp(-i * speed * 0.35);
            values[i] =
                    Math.max(
                            0.001,
                            (end + (start - end) * fall) * (1 + noise * random.nextGaussian()));
        }
        return values;
    }

    /// A curve of which the first `size` samples are there.
    static final class Growing implements Curve {
        private final double[] y;
        private int size;

        private Growing(double[] y, int size) {
            this.y = y;
            this.size = size;
        }

        Growing grow(int samples) {
            size = Math.min(y.length, size + samples);
            return this;
        }

        Growing rewind(int newSize) {
            size = newSize;
            return this;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public double x(int index) {
            return index;
        }

        @Override
        public double y(int index) {
            return y[index];
        }
    }
}
