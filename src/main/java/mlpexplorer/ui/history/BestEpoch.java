package mlpexplorer.ui.history;

import java.util.OptionalLong;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.MetricLog.Column;

/// Tracks the epoch with the smallest validation loss; reads each row only once.
final class BestEpoch {
    private long generation = -1;
    private int changes;
    private int seen;
    private int best = -1;
    private double least;

    /// Looks at the new rows of `log`; empty where nothing was validated.
    ///
    /// @param generation of the run, whose change begins anew
    /// @param changes    live changes so far: one made in the past has cut the log
    OptionalLong find(MetricLog.View log, long generation, int changes) {
        if (generation != this.generation || changes != this.changes || log.size() < seen) {
            this.generation = generation;
            this.changes = changes;
            seen = 0;
            best = -1;
            least = Double.POSITIVE_INFINITY;
        }
        for (; seen < log.size(); seen++) {
            double loss = log.value(Column.VALIDATION_LOSS, seen);
            if (loss < least) {
                least = loss;
                best = seen;
            }
        }
        return best < 0 ? OptionalLong.empty() : OptionalLong.of((long) log.value(Column.EPOCH, best));
    }
}
