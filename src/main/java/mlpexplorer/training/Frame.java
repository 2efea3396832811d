package mlpexplorer.training;

import mlpexplorer.data.Split;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Predictions;
import mlpexplorer.nn.Workspace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// An immutable snapshot of a run for observers; thread-safe.
///
/// @param generation generation of the run
/// @param metrics metrics of the displayed epoch: the last completed one, or an earlier one after
///   [Command.Seek] or early stopping
/// @param firstEpoch first available epoch: 0, or the last change of data
/// @param lastEpoch last epoch of the run
/// @param updates parameter updates up to the parameters, which may be in the middle of an epoch
/// @param log all epochs so far
/// @param parameters copy of the parameters
/// @param adjustments live changes so far
/// @param pace measured epochs per second
/// @param rate learning rate of the next update, with the factor of the schedule
/// @param losses training losses inside epochs so far
/// @param best the weights that remain if the run ends here with early stopping
public record Frame(
        long generation,
        Phase phase,
        EpochMetrics metrics,
        long firstEpoch,
        long lastEpoch,
        long updates,
        MetricLog.View log,
        Mlp mlp,
        Parameters parameters,
        Split split,
        List<Adjustment> adjustments,
        double pace,
        double rate,
        UpdateLog.View losses,
        Optional<Best> best) {

    /// The updates since the end of the displayed epoch.
    public long updatesIntoEpoch() {
        return updates - metrics.updates();
    }

    /// The displayed epoch.
    public long epoch() {
        return metrics.epoch();
    }

    /// The predictions of a regression for the rows of a part, in the units of the data; empty if
    /// the thread was interrupted.
    ///
    /// @param w of this network (modified)
    public Optional<double[]> predictions(Split.Part part, Workspace w) {
        Optional<double[]> values =
                Predictions.values(
                        mlp,
                        parameters,
                        split.part(part),
                        w,
                        () -> Thread.currentThread().isInterrupted());
        values.ifPresent(all -> Arrays.setAll(all, row -> split.scaling().targetOf(all[row])));
        return values;
    }

    /// The weights with the smallest validation loss.
    ///
    /// @param metrics metrics of their epoch
    /// @param parameters immutable
    public record Best(EpochMetrics metrics, Parameters parameters) {}

    /// The frame of the run if it ends here, with the remaining weights.
    public Frame ended() {
        return best.map(kept ->
                        new Frame(
                                generation,
                                phase,
                                kept.metrics(),
                                firstEpoch,
                                lastEpoch,
                                kept.metrics().updates(),
                                log,
                                mlp,
                                kept.parameters(),
                                split,
                                adjustments,
                                pace,
                                rate,
                                losses,
                                best))
                .orElse(this);
    }

    /// A live change after `epoch`: of the training spec, except its stop rule, or of single
    /// weights and biases.
    public record Adjustment(
            long epoch, TrainingSpec before, TrainingSpec after, List<ParameterEdit> edits) {}
}
