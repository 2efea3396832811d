package mlpexplorer.experiment.sweep;

import mlpexplorer.experiment.Outcome;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.MetricLog;

/// The numbers of one run of a sweep.
///
/// @param metrics        the six numbers of the final weights; of the last good ones if the run diverged
/// @param bestValidation the highest validation accuracy after any epoch, 0 to 1; NaN without a validation part
public record SweepRow(
        PlannedRun run, Outcome outcome, long epochs, long updates, double seconds, EpochMetrics metrics, double bestValidation) {

    public static SweepRow of(PlannedRun run, FinishedRun result) {
        return new SweepRow(
                run, result.outcome(), result.epochs(), result.updates(), result.seconds(), result.metrics(), best(result.log()));
    }

    SweepRow withoutTest() {
        return new SweepRow(run, outcome, epochs, updates, seconds, metrics.withoutTest(), bestValidation);
    }

    public boolean diverged() {
        return outcome instanceof Outcome.Diverged;
    }

    private static double best(MetricLog.View log) {
        double best = Double.NaN;
        for (int row = 0; row < log.size(); row++) {
            double accuracy = log.value(MetricLog.Column.VALIDATION_ACCURACY, row);
            if (!(best >= accuracy)) {
                best = accuracy;
            }
        }
        return best;
    }
}
