package mlpexplorer.training;

import java.util.List;
import mlpexplorer.data.Split;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;

/// A frozen picture of a run for whoever watches; safe to keep and to read from any thread.
///
/// @param generation  which run of the session
/// @param metrics     of the last whole epoch
/// @param log         all epochs so far
/// @param parameters  a copy
/// @param adjustments live changes so far
/// @param pace        epochs a second, measured
public record Frame(
        long generation,
        Phase phase,
        EpochMetrics metrics,
        MetricLog.View log,
        Mlp mlp,
        Parameters parameters,
        Split split,
        List<Adjustment> adjustments,
        double pace) {

    /// A live change of rate or penalty after `epoch`.
    public record Adjustment(long epoch, TrainingSpec before, TrainingSpec after) {}
}
