package mlpexplorer.ui.boundary;

/// The prediction of the network at one point of the plane.
///
/// @param outputs the probability of each class or, in regression, the value in the data's units;
///   must not be modified
record Prediction(double x, double y, double[] outputs) {}
