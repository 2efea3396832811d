package mlpexplorer.ui.boundary;

/// The prediction of the network at one point of the plane.
///
/// @param probabilities one per class; must not be modified
record Prediction(double x, double y, double[] probabilities) {}
