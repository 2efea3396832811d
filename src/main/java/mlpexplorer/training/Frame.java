package mlpexplorer.training;

import java.util.List;
import java.util.Optional;
import mlpexplorer.data.Split;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;

/// A frozen picture of a run for whoever watches; safe to keep and to read from any thread.
///
/// @param generation  which run of the session
/// @param metrics     of the shown epoch: the last whole one, or an earlier one after [Command.Seek] or early stopping
/// @param firstEpoch  the first that can be shown: 0, or where the data changed last
/// @param lastEpoch   how far the run has come
/// @param log         all epochs so far
/// @param parameters  a copy
/// @param adjustments live changes so far
/// @param pace        epochs a second, measured
/// @param best        what remains if the run ends here and early stopping is on
public record Frame(
        long generation,
        Phase phase,
        EpochMetrics metrics,
        long firstEpoch,
        long lastEpoch,
        MetricLog.View log,
        Mlp mlp,
        Parameters parameters,
        Split split,
        List<Adjustment> adjustments,
        double pace,
        Optional<Best> best) {

    /// The shown epoch.
    public long epoch() {
        return metrics.epoch();
    }

    /// The weights with the smallest validation loss.
    ///
    /// @param metrics    of their epoch
    /// @param parameters never written to
    public record Best(EpochMetrics metrics, Parameters parameters) {}

    /// The frame of the run if it ends here: with the weights that remain.
    public Frame ended() {
        return best.map(kept -> new Frame(
                generation, phase, kept.metrics(), firstEpoch, lastEpoch, log, mlp, kept.parameters(), split, adjustments, pace, best))
                .orElse(this);
    }

    /// A live change after `epoch`: of the training specification, its stop rule aside, or of numbers of the network by hand.
    public record Adjustment(long epoch, TrainingSpec before, TrainingSpec after, List<ParameterEdit> edits) {}
}
