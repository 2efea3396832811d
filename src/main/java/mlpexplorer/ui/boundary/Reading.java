package mlpexplorer.ui.boundary;

/// What the network says at one point of the plane.
///
/// @param probabilities one per class; not to be changed
record Reading(double x, double y, double[] probabilities) {}
