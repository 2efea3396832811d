package mlpexplorer.training;

import mlpexplorer.nn.OptimizerState;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.RateState;

/// The complete state of a run between two epochs. Training from a restored checkpoint gives the
/// same bits as the original run. Batch order and dropout masks are not stored, as they follow from
/// seed and epoch. Immutable by convention: parameters and states are not modified, since
/// [Trainer#restore] copies them; checkpoints may share `best`.
///
/// @param spec training spec at that time
/// @param epoch completed epochs
/// @param updates completed parameter updates
/// @param metrics metrics of `parameters`
/// @param lossChange absolute change of the training loss in the last epoch; infinite before it
/// @param optimizer optimizer state
/// @param schedule schedule state
/// @param bestMetrics metrics of the epoch that early stopping would restore
/// @param best parameters of that epoch
/// @param losses losses of updates that have no row in the log yet
public record Checkpoint(
        TrainingSpec spec,
        long epoch,
        long updates,
        EpochMetrics metrics,
        double lossChange,
        Parameters parameters,
        OptimizerState optimizer,
        RateState schedule,
        EpochMetrics bestMetrics,
        Parameters best,
        UpdateLog.Partial losses) {
    /// Estimated size of objects other than the parameters, in bytes.
    private static final long OVERHEAD = 400;

    /// The same without test metrics.
    public Checkpoint withoutTest() {
        return new Checkpoint(
                spec,
                epoch,
                updates,
                metrics.withoutTest(),
                lossChange,
                parameters,
                optimizer,
                schedule,
                bestMetrics.withoutTest(),
                best,
                losses);
    }

    /// Memory used in addition to `before`, an earlier checkpoint of the same run, in bytes.
    long bytesBeside(Checkpoint before) {
        return best == before.best ? ownBytes() : bytes();
    }

    /// Memory used, in bytes.
    public long bytes() {
        return best == parameters ? ownBytes() : ownBytes() + best.bytes();
    }

    private long ownBytes() {
        return OVERHEAD + parameters.bytes() + optimizer.bytes();
    }
}
