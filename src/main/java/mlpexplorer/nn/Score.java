package mlpexplorer.nn;

/// Loss and metric of a network on some samples; NaN if there are none.
///
/// @param loss mean loss, without penalty: cross-entropy in nats, or squared error
/// @param metric the task's [Task.Metric]: accuracy (0 to 1), or R² (at most 1)
public record Score(double loss, double metric) {
    /// The score of an empty set of samples.
    public static final Score NONE = new Score(Double.NaN, Double.NaN);
}
