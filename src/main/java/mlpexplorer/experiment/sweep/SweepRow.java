package mlpexplorer.experiment.sweep;

import mlpexplorer.experiment.RunEnd;
import mlpexplorer.training.MetricLog;

/// The metrics of one run of a sweep.
///
/// @param bestValidation the highest validation accuracy after any epoch, 0 to 1; NaN without a
///   validation part
public record SweepRow(PlannedRun run, RunEnd end, double bestValidation) {

    public static SweepRow of(PlannedRun run, FinishedRun result) {
        return new SweepRow(run, result.end(), best(result.log()));
    }

    SweepRow withoutTest() {
        return new SweepRow(run, end.withoutTest(), bestValidation);
    }

    public boolean diverged() {
        return end.diverged();
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
