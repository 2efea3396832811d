package mlpexplorer.data;

import mlpexplorer.nn.Require;

/// A drawn point with its class.
///
/// @param x1 first feature, within ±1,000,000
/// @param x2 second feature, within ±1,000,000
/// @param label class index, 0-based
public record LabeledPoint(double x1, double x2, int label) {
    private static final double MAX_COORDINATE = 1_000_000;

    public LabeledPoint {
        Require.between("x1", x1, -MAX_COORDINATE, MAX_COORDINATE);
        Require.between("x2", x2, -MAX_COORDINATE, MAX_COORDINATE);
        Require.between("label", label, 0, DataSpec.MAX_CLASSES - 1);
    }
}
