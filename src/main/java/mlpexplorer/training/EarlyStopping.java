package mlpexplorer.training;

import mlpexplorer.nn.Parameters;
import org.jspecify.annotations.Nullable;

/// Remembers the parameters with the smallest validation loss (Prechelt, "Early stopping, but when?", 1998), the first ones
/// where there is no validation part.
final class EarlyStopping {
    private static final long NONE = -1;

    private final Parameters best;
    private @Nullable EpochMetrics bestMetrics;
    private @Nullable Parameters frozen;

    EarlyStopping(Parameters shape) {
        best = shape.zeros();
    }

    /// Looks at the parameters at the end of an epoch.
    void observe(EpochMetrics metrics, Parameters parameters) {
        EpochMetrics record = bestMetrics;
        if (record == null || metrics.validation().loss() < record.validation().loss()) {
            bestMetrics = metrics;
            best.copyFrom(parameters);
            frozen = null;
        }
    }

    /// Goes back to knowing `metrics` as the best, reached with `parameters`, which nobody writes to.
    void restore(EpochMetrics metrics, Parameters parameters) {
        bestMetrics = metrics;
        best.copyFrom(parameters);
        frozen = parameters;
    }

    /// The best parameters as an object that is never written to, and the same one until there are better ones, so that
    /// checkpoints share it. `copy` is one of the parameters at the end of `epoch`.
    Parameters frozen(long epoch, Parameters copy) {
        Parameters known = frozen;
        if (known == null) {
            known = epoch == bestEpoch() ? copy : best.copy();
            frozen = known;
        }
        return known;
    }

    /// The same where there is no such copy.
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
