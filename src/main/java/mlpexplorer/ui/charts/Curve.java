package mlpexplorer.ui.charts;

/// The samples of one curve, in order: an append-only view whose first `settled()` samples never change.
///
/// `x` must not decrease. `y` may be non-finite: such a sample is a gap in the line.
public interface Curve {

    /// A curve without samples.
    Curve EMPTY = new Curve() {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public double x(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public double y(int index) {
            throw new IndexOutOfBoundsException(index);
        }
    };

    /// How many samples there are now.
    int size();

    /// How many of them a later view of the same curve has too; it only grows. The rest, a few at the end, may be replaced.
    default int settled() {
        return size();
    }

    /// The x of a sample, `0 <= index < size()`; finite, not less than the one before.
    double x(int index);

    /// The y of a sample, `0 <= index < size()`; anything non-finite is drawn as a gap.
    double y(int index);

    /// Where a sample lies on an axis, which need not be that of `x`; NaN if the curve cannot tell.
    default double at(XAxis axis, int index) {
        return Double.NaN;
    }

    /// What the samples belong to. Two views of the same growing log return the same object, so that the chart can go on with
    /// what it has worked out about their common samples. A view whose samples are others must return another object.
    default Object identity() {
        return this;
    }

    /// What the x of the samples belong to: another object where the same samples stand at other x, as when a chart counts seconds
    /// in place of epochs.
    default Object xIdentity() {
        return identity();
    }

    /// The curve of these samples; the arrays are not copied and must not change any more.
    static Curve of(double[] x, double[] y) {
        return new Samples(x, y);
    }
}
