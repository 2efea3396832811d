package mlpexplorer.training;

import mlpexplorer.nn.Parameters;
import org.jspecify.annotations.Nullable;

/// Remembers the parameters with the smallest validation loss (Prechelt, "Early stopping, but when?", 1998). Where there
/// is no validation part, the training loss is watched instead.
final class EarlyStopping {
    private final Parameters best;
    private @Nullable EpochMetrics bestMetrics;

    EarlyStopping(Parameters shape) {
        best = shape.zeros();
    }

    /// Looks at the parameters at the end of an epoch.
    void observe(EpochMetrics metrics, Parameters parameters) {
        EpochMetrics record = bestMetrics;
        if (record == null || loss(metrics) < loss(record)) {
            bestMetrics = metrics;
            best.copyFrom(parameters);
        }
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

    private static double loss(EpochMetrics metrics) {
        double validation = metrics.validation().loss();
        return Double.isNaN(validation) ? metrics.train().loss() : validation;
    }
}
