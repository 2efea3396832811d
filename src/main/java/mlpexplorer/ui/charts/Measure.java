package mlpexplorer.ui.charts;

import mlpexplorer.nn.Numbers;

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
    };

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
