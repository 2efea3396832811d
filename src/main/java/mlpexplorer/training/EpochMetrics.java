package mlpexplorer.training;

import mlpexplorer.nn.Score;

/// The metrics after an epoch, measured with the weights at its end: losses and accuracies of all
/// parts, the penalty, and the learning rate.
///
/// @param epoch epoch, 0 before the first update
/// @param updates parameter updates so far
/// @param penalty penalty of the weights under the run's regularizer
/// @param rate learning rate of the last update, with the factor of the schedule; NaN before the
///   first update, and where it was not stored
public record EpochMetrics(
        long epoch,
        long updates,
        Score train,
        Score validation,
        Score test,
        double penalty,
        double rate) {

    /// The same without test metrics.
    public EpochMetrics withoutTest() {
        return new EpochMetrics(epoch, updates, train, validation, Score.NONE, penalty, rate);
    }
}
