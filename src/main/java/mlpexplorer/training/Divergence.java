package mlpexplorer.training;

/// Where training went wrong: the loss stopped being finite, or grew tenfold within an epoch.
///
/// @param epoch the epoch in which it happened, counted from 1
/// @param layer the first layer whose parameters or outputs were not finite, counted from 1; the layer with the largest
///              gradient if all were finite
/// @param loss  the loss that gave it away
public record Divergence(long epoch, int layer, double loss) {}
