package mlpexplorer.experiment;

import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.StopReason;

/// How a run ended, and what it reached.
///
/// @param epochs  whole epochs trained; more than `metrics` tells where early stopping restored the best weights
/// @param updates parameter updates done, those after `metrics` included
/// @param seconds spent training and measuring
/// @param metrics of the weights that remain; of the last whole epoch if the run was stopped in the middle of one
public record RunEnd(Outcome outcome, long epochs, long updates, double seconds, EpochMetrics metrics) {

    /// The end of a run that is shown: as far as it has come.
    public static RunEnd of(Outcome outcome, Frame frame) {
        int last = frame.log().size() - 1;
        long updates = last < 0 ? 0 : (long) frame.log().value(MetricLog.Column.UPDATE, last);
        double seconds = last < 0 ? 0 : frame.log().value(MetricLog.Column.SECONDS, last);
        return new RunEnd(outcome, frame.lastEpoch(), updates, seconds, frame.metrics());
    }

    public boolean diverged() {
        return outcome instanceof Outcome.Diverged;
    }

    /// Why it ended, and which epoch the weights are from if that is not the last one: "all epochs done, weights of epoch 146
    /// restored".
    public String reason() {
        String why = switch (outcome) {
            case Outcome.Finished(StopReason reason) -> switch (reason) {
                case EPOCHS_DONE -> "all epochs done";
                case LOSS_REACHED -> "target loss reached";
                case PATIENCE_EXHAUSTED -> "stopped early";
                case TIME_UP -> "time limit reached";
            };
            case Outcome.Diverged _ -> "diverged";
            case Outcome.Stopped _ -> "interrupted";
        };
        return metrics.epoch() < epochs ? why + ", weights of epoch " + metrics.epoch() + " restored" : why;
    }

    /// Milliseconds an epoch took on average; NaN if there was none.
    public double millisPerEpoch() {
        return epochs > 0 ? 1000 * seconds / epochs : Double.NaN;
    }

    /// The same without what was measured on the test part.
    public RunEnd withoutTest() {
        return new RunEnd(outcome, epochs, updates, seconds, metrics.withoutTest());
    }
}
