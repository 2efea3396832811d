package mlpexplorer.training;

import mlpexplorer.nn.Score;

/// What is known after an epoch, measured with the weights at its end: the six numbers, and the penalty apart from them.
///
/// @param epoch   0 is before the first update
/// @param updates parameter updates so far
/// @param penalty of the weights under the run's regulariser
public record EpochMetrics(long epoch, long updates, Score train, Score validation, Score test, double penalty) {

    /// The same without what was measured on the test part.
    public EpochMetrics withoutTest() {
        return new EpochMetrics(epoch, updates, train, validation, Score.NONE, penalty);
    }
}
