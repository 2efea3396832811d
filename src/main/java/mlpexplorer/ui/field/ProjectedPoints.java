package mlpexplorer.ui.field;

/// Positions of rows on a plane, in its units; one entry per row. The arrays must not be modified.
public record ProjectedPoints(double[] x, double[] y) {
    public int rows() {
        return x.length;
    }
}
