package mlpexplorer.ui.charts;

import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Task;

/// The quantity on the y axis of a chart: determines the bounds of the axis and the format of
/// values.
public enum Measure {
    /// A loss, 0 or more: the axis starts at 0 and its top follows the data in steps.
    LOSS {
        @Override
        AxisRange range(AxisRange now, AxisScale scale, double smallest, double largest) {
            return switch (scale) {
                case LINEAR -> AutoRange.fromZero(now, largest);
                case LOG -> AutoRange.decades(now, smallest, largest);
            };
        }

        @Override
        String tick(double value, double step) {
            return Numbers.tick(value, step);
        }

        @Override
        String text(double value) {
            return Numbers.loss(value);
        }

        @Override
        String widest() {
            return "0.000e-00";
        }
    },

    /// A fraction from 0 to 1, formatted in percent: the axis always shows 0 to 100%.
    FRACTION {
        @Override
        AxisRange range(AxisRange now, AxisScale scale, double smallest, double largest) {
            return switch (scale) {
                case LINEAR -> new AxisRange(0, FULL);
                case LOG -> new AxisRange(AutoRange.decades(now, smallest, largest).lower(), FULL);
            };
        }

        @Override
        String tick(double value, double step) {
            return Numbers.percentTick(value, step);
        }

        @Override
        String text(double value) {
            return Numbers.percent(value);
        }

        @Override
        String widest() {
            return "100.0%";
        }
    },

    /// A coefficient of determination, at most 1: the axis ends at 1 and starts at 0 or, for fits
    /// worse than the mean, lower, but not below −1, where the first epochs would flatten the rest.
    R2 {
        @Override
        AxisRange range(AxisRange now, AxisScale scale, double smallest, double largest) {
            return switch (scale) {
                case LINEAR ->
                        new AxisRange(
                                smallest < 0 ? Math.max(-1, Math.floor(4 * smallest) / 4) : 0,
                                FULL);
                case LOG -> FRACTION.range(now, scale, smallest, largest);
            };
        }

        @Override
        String tick(double value, double step) {
            return Numbers.tick(value, step);
        }

        @Override
        String text(double value) {
            return Numbers.fixed(value, 3);
        }

        @Override
        String widest() {
            return "-0.000";
        }
    };

    /// That of a task's metric.
    public static Measure of(Task.Metric metric) {
        return switch (metric) {
            case ACCURACY -> FRACTION;
            case R2 -> R2;
        };
    }

    /// Slightly above 1, so that a curve at 100% is fully visible.
    private static final double FULL = 1.03;

    /// The bounds for data from `smallest` to `largest` (an empty interval if there are none),
    /// given the current ones.
    abstract AxisRange range(AxisRange now, AxisScale scale, double smallest, double largest);

    /// The label of a tick of an axis whose ticks are `step` apart.
    abstract String tick(double value, double step);

    /// A value.
    abstract String text(double value);

    /// As wide as any value.
    abstract String widest();
}
