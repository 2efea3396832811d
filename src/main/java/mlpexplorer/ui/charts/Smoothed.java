package mlpexplorer.ui.charts;

import java.util.Arrays;

/// The debiased exponential moving average of a curve, as in TensorBoard: for samples y₁ … yₙ it is
/// sₙ / (1 − wⁿ) with sₙ = w · sₙ₋₁ + (1 − w) · yₙ and s₀ = 0. Samples that are not finite pass
/// through and do not count.
final class Smoothed implements Curve {
    private final double weight;
    private Curve base = Curve.EMPTY;
    private double[] y = new double[256];
    private int size;
    private int finalSize;
    private double sum;

    /// wⁿ
    private double remainder = 1;

    /// @param weight w, 0 ≤ w < 1
    Smoothed(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }

    /// Processes at most `most` new samples and returns their number.
    int extend(Curve longer, int most) {
        base = longer;
        int begin = finalSize;
        finalSize = (int) Math.min(longer.finalSize(), (long) finalSize + most);
        smooth(begin, finalSize);
        if (finalSize == longer.finalSize()) {
            double sumSettled = sum;
            double remainderSettled = remainder;
            smooth(finalSize, longer.size());
            sum = sumSettled;
            remainder = remainderSettled;
        }
        return finalSize - begin;
    }

    /// Whether this is the complete smoothing of the given curve.
    boolean isComplete(Curve curve) {
        return base == curve && size == curve.size();
    }

    private void smooth(int from, int to) {
        if (to > y.length) {
            y = Arrays.copyOf(y, Math.max(to, 2 * y.length));
        }
        for (int i = from; i < to; i++) {
            double sample = base.y(i);
            if (Double.isFinite(sample)) {
                sum = weight * sum + (1 - weight) * sample;
                remainder *= weight;
                y[i] = sum / (1 - remainder);
            } else {
                y[i] = sample;
            }
        }
        size = to;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int finalSize() {
        return finalSize;
    }

    @Override
    public double x(int index) {
        return base.x(index);
    }

    @Override
    public double y(int index) {
        return y[index];
    }

    @Override
    public Object xIdentity() {
        return base.xIdentity();
    }
}
