package mlpexplorer.experiment;

import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.StopRule.StopReason;

/// The end of a run.
///
/// @param epochs completed epochs; more than that of `metrics` if early stopping restored the best
///   weights
/// @param updates parameter updates, including those after `metrics`
/// @param seconds time spent training and measuring
/// @param metrics metrics of the remaining weights; of the last completed epoch if the run was
///   stopped in the middle of one
public record RunEnd(
        Outcome outcome, long epochs, long updates, double seconds, EpochMetrics metrics) {

    /// The end of a displayed run at its current state.
    public static RunEnd of(Outcome outcome, Frame frame) {
        int last = frame.log().size() - 1;
        long updates = last < 0 ? 0 : (long) frame.log().value(MetricLog.Column.UPDATE, last);
        double seconds = last < 0 ? 0 : frame.log().value(MetricLog.Column.SECONDS, last);
        return new RunEnd(outcome, frame.lastEpoch(), updates, seconds, frame.metrics());
    }

    public boolean diverged() {
        return outcome instanceof Outcome.Diverged;
    }

    /// Why it ended, and which epoch the weights are from if that is not the last one: "all epochs
    /// done, weights of epoch 146 restored".
    public String reason() {
        String why =
                switch (outcome) {
                    case Outcome.Finished(StopReason reason) ->
                            switch (reason) {
                                case EPOCHS_DONE -> "all epochs done";
                                case LOSS_REACHED -> "target loss reached";
                                case LOSS_SETTLED -> "loss no longer changing";
                                case PATIENCE_EXHAUSTED -> "stopped early";
                                case TIME_UP -> "time limit reached";
                            };
                    case Outcome.Diverged _ -> "diverged";
                    case Outcome.Stopped _ -> "interrupted";
                };
        return metrics.epoch() < epochs
                ? why + ", weights of epoch " + metrics.epoch() + " restored"
                : why;
    }

    /// Average milliseconds per epoch; NaN without epochs.
    public double millisPerEpoch() {
        return epochs > 0 ? 1000 * seconds / epochs : Double.NaN;
    }

    /// The same without test metrics.
    public RunEnd withoutTest() {
        return new RunEnd(outcome, epochs, updates, seconds, metrics.withoutTest());
    }
}
