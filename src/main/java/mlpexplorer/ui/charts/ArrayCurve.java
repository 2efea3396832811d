package mlpexplorer.ui.charts;

/// A curve of two immutable arrays of samples.
final class ArrayCurve implements Curve {
    private final double[] x;
    private final double[] y;

    ArrayCurve(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x but " + y.length + " y");
        }
        this.x = x;
        this.y = y;
    }

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
}
