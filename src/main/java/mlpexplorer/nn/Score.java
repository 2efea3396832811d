package mlpexplorer.nn;

/// How well a network does on some samples.
///
/// @param loss     mean cross-entropy in nats, without penalty; NaN where there are no samples
/// @param accuracy share of samples whose most probable class is the label, 0 to 1; NaN where there are no samples
public record Score(double loss, double accuracy) {
    /// Of no samples.
    public static final Score NONE = new Score(Double.NaN, Double.NaN);
}
