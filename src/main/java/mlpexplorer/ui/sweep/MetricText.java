package mlpexplorer.ui.sweep;

import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.experiment.sweep.SweepTable.SweepCell.Spread;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.Messages;

import java.util.List;

/// Formats the numbers of a sweep.
final class MetricText {
    private static final List<SweepMeasure> COMPARED =
            List.of(
                    SweepMeasure.VALIDATION_ACCURACY,
                    SweepMeasure.TRAIN_ACCURACY,
                    SweepMeasure.TEST_ACCURACY,
                    SweepMeasure.BEST_VALIDATION_ACCURACY,
                    SweepMeasure.VALIDATION_LOSS,
                    SweepMeasure.TRAIN_LOSS,
                    SweepMeasure.TEST_LOSS,
                    SweepMeasure.SECONDS,
                    SweepMeasure.EPOCH_MILLIS);

    private MetricText() {}

    /// The metrics that cells can be colored and compared by.
    static List<SweepMeasure> compared(boolean testHidden) {
        return COMPARED.stream().filter(measure -> !(testHidden && measure.isTest())).toList();
    }

    /// @param metric of the sweep's data
    static String title(SweepMeasure measure, Task.Metric metric) {
        return measure.isShare() && metric == Task.Metric.R2
                ? Messages.name("sweep.measure.r2", measure)
                : Messages.name("sweep.measure", measure);
    }

    /// Whether a larger value is a better one.
    static boolean isBetterUp(SweepMeasure measure) {
        return measure.isShare();
    }

    /// A tick of an axis whose ticks are `step` apart.
    static String tick(SweepMeasure measure, Task.Metric metric, double value, double step) {
        return measure.isShare() && metric == Task.Metric.ACCURACY
                ? Numbers.percentTick(value, step)
                : Numbers.tick(value, step) + unit(measure);
    }

    private static String unit(SweepMeasure measure) {
        return measure == SweepMeasure.SECONDS
                ? " s"
                : measure == SweepMeasure.EPOCH_MILLIS ? " ms" : "";
    }

    /// A value with its unit: `98.3%`, `0.0412`, `3.42 s`.
    static String text(SweepMeasure measure, Task.Metric metric, double value) {
        return text(measure, metric, new Spread(value, Double.NaN, 1));
    }

    /// `98.3 ± 0.9%`, or without deviation where there is one value.
    static String text(SweepMeasure measure, Task.Metric metric, Spread spread) {
        if (spread.count() == 0) {
            return Numbers.NONE;
        }
        return measure.isShare()
                ? metric.text(spread.mean(), spread.std())
                : Numbers.plusMinus(spread.mean(), spread.std()) + unit(measure);
    }
}
