package mlpexplorer.training;

/// A divergence: the loss was not finite, or grew tenfold within an epoch.
///
/// @param epoch epoch of the divergence, counted from 1
/// @param layer the first layer whose parameters or outputs were not finite, counted from 1; the
///   layer with the largest gradient if all were finite
/// @param loss loss at which it was detected
public record Divergence(long epoch, int layer, double loss) {}
