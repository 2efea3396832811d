package mlpexplorer.ui.charts;

/// The samples of one curve, in order: an append-only view whose first `finalSize()` samples never
/// change.
///
/// `x` must not decrease. `y` may be non-finite: such a sample is a gap in the line.
public interface Curve {

    /// A curve without samples.
    Curve EMPTY =
            new Curve() {
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

    /// The current number of samples.
    int size();

    /// The number of samples that later views of the same curve share; it only grows. The remaining
    /// few may be replaced.
    default int finalSize() {
        return size();
    }

    /// The x of a sample, `0 <= index < size()`; finite and nondecreasing.
    double x(int index);

    /// The y of a sample, `0 <= index < size()`; anything non-finite is drawn as a gap.
    double y(int index);

    /// The position of a sample on any axis; NaN if unknown.
    default double at(XAxis axis, int index) {
        return Double.NaN;
    }

    /// The identity of the samples. Views of the same growing log return the same object, so that
    /// the chart can reuse results for their common samples. A view with other samples must return
    /// another object.
    default Object identity() {
        return this;
    }

    /// The identity of the x values: a different object if the same samples have other x, for
    /// example seconds instead of epochs.
    default Object xIdentity() {
        return identity();
    }

    /// A curve of these samples. The arrays are not copied and must not be modified.
    static Curve of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x but " + y.length + " y");
        }
        return new Curve() {
            @Override
            public int size() {
                return x.length;
            }

            @Override
            public double x(int index) {
                return x[index];
            }

            @Override
            public double y(int index) {
                return y[index];
            }
        };
    }
}
