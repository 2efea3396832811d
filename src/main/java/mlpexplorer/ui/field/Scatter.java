package mlpexplorer.ui.field;

/// Where rows lie on a plane, in its own units; one entry a row, not to be changed.
public record Scatter(double[] x, double[] y) {
    public int rows() {
        return x.length;
    }
}
