package mlpexplorer.ui.field;

import java.util.Arrays;

/// Positions of rows on a plane, in its units; one entry per row. The arrays must not be modified.
///
/// @param opacity 1, or less for rows far from a plane with all other features at their mean
public record ProjectedPoints(double[] x, double[] y, double[] opacity) {

    /// Opaque points at the origin.
    static ProjectedPoints of(int rows) {
        double[] opacity = new double[rows];
        Arrays.fill(opacity, 1);
        return new ProjectedPoints(new double[rows], new double[rows], opacity);
    }

    public int rows() {
        return x.length;
    }
}
