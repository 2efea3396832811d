package mlpexplorer.nn;

/// Loss and accuracy of a network on some samples.
///
/// @param loss mean cross-entropy in nats, without penalty; NaN if there are no samples
/// @param accuracy fraction of samples whose most probable class is the label, 0 to 1; NaN if there
///   are no samples
public record Score(double loss, double accuracy) {
    /// The score of an empty set of samples.
    public static final Score NONE = new Score(Double.NaN, Double.NaN);
}
