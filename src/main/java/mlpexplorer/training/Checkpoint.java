package mlpexplorer.training;

import mlpexplorer.nn.OptimizerState;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.RateState;

/// The whole state of a run between two epochs: who restores it goes on to the same bits as the run did. Batch order and
/// dropout masks need no place in it, as they follow from seed and epoch. Immutable by agreement: nobody writes to the
/// parameters or steps the states, which [Trainer#restore] copies; checkpoints may share `best`.
///
/// @param spec        what the run was trained under at that moment
/// @param epoch       whole epochs done
/// @param updates     parameter updates done
/// @param metrics     of `parameters`
/// @param optimizer   its memory
/// @param schedule    where the learning rate stands
/// @param bestMetrics of the epoch that early stopping would go back to
/// @param best        the parameters of that epoch
public record Checkpoint(
        TrainingSpec spec,
        long epoch,
        long updates,
        EpochMetrics metrics,
        Parameters parameters,
        OptimizerState optimizer,
        RateState schedule,
        EpochMetrics bestMetrics,
        Parameters best) {
    /// Records, metrics and states beside the numbers.
    private static final long OVERHEAD = 400;

    /// Memory that this takes in addition to `before`, an earlier checkpoint of the same run, in bytes.
    long bytesBeside(Checkpoint before) {
        return best == before.best ? ownBytes() : bytes();
    }

    /// Memory taken, in bytes.
    public long bytes() {
        return best == parameters ? ownBytes() : ownBytes() + best.bytes();
    }

    private long ownBytes() {
        return OVERHEAD + parameters.bytes() + optimizer.bytes();
    }
}
