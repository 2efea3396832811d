package mlpexplorer.training;

import mlpexplorer.nn.Score;

/// The metrics after an epoch, measured with the weights at its end: losses and accuracies of all
/// parts, and the penalty.
///
/// @param epoch epoch, 0 before the first update
/// @param updates parameter updates so far
/// @param penalty penalty of the weights under the run's regularizer
public record EpochMetrics(
        long epoch, long updates, Score train, Score validation, Score test, double penalty) {

    /// The same without test metrics.
    public EpochMetrics withoutTest() {
        return new EpochMetrics(epoch, updates, train, validation, Score.NONE, penalty);
    }
}
