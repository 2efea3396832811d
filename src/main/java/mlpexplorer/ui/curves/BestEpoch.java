package mlpexplorer.ui.curves;

import java.util.OptionalInt;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.MetricLog.Column;

/// Finds the row of the smallest validation loss in a growing log; reads each row only once.
final class BestEpoch {
    private Object log = this;
    private int seen;
    private int best = -1;

    /// The first row with the smallest validation loss; empty without a validation part or before training.
    OptionalInt row(MetricLog.View view) {
        Object identity = view.chunks().isEmpty() ? this : view.chunks().getFirst();
        if (identity != log || view.size() < seen) {
            log = identity;
            seen = 0;
            best = -1;
        }
        for (; seen < view.size(); seen++) {
            double loss = view.value(Column.VALIDATION_LOSS, seen);
            if (Double.isFinite(loss) && (best < 0 || loss < view.value(Column.VALIDATION_LOSS, best))) {
                best = seen;
            }
        }
        return best < 0 || seen < 2 ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
