package mlpexplorer.training;

import mlpexplorer.nn.Parameters;

import org.jspecify.annotations.Nullable;

/// Tracks the parameters with the smallest validation loss (Prechelt, "Early stopping, but when?",
/// 1998); the initial ones without a validation part.
final class EarlyStopping {
    private static final long NONE = -1;

    private final Parameters best;
    private @Nullable EpochMetrics bestMetrics;
    private @Nullable Parameters frozen;

    EarlyStopping(Parameters shape) {
        best = shape.zeros();
    }

    /// Checks the parameters at the end of an epoch.
    void observe(EpochMetrics metrics, Parameters parameters) {
        EpochMetrics record = bestMetrics;
        if (record == null || metrics.validation().loss() < record.validation().loss()) {
            bestMetrics = metrics;
            best.copyFrom(parameters);
            frozen = null;
        }
    }

    /// Resets the best to `metrics` and `parameters`, which must not be modified.
    void restore(EpochMetrics metrics, Parameters parameters) {
        bestMetrics = metrics;
        best.copyFrom(parameters);
        frozen = parameters;
    }

    /// The best parameters as an immutable object that stays the same until there are better ones,
    /// so that checkpoints share it. `copy` is a copy of the parameters at the end of `epoch`.
    Parameters frozen(long epoch, Parameters copy) {
        Parameters known = frozen;
        if (known == null) {
            known = epoch == bestEpoch() ? copy : best.copy();
            frozen = known;
        }
        return known;
    }

    /// The same without such a copy.
    Parameters frozen() {
        return frozen(NONE, best);
    }

    /// Epochs since the best one.
    long waited(long epoch) {
        return epoch - bestEpoch();
    }

    long bestEpoch() {
        return bestMetrics().epoch();
    }

    Parameters best() {
        return best;
    }

    EpochMetrics bestMetrics() {
        EpochMetrics record = bestMetrics;
        if (record == null) {
            throw new IllegalStateException("No epoch was observed yet.");
        }
        return record;
    }
}
