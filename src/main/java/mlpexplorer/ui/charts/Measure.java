package mlpexplorer.ui.charts;

/// What a chart measures on its y axis: decides the bounds of the axis and how values are written.
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
            return NumberText.tick(value, step);
        }

        @Override
        String text(double value) {
            return NumberText.loss(value);
        }
    },

    /// A share of one, 0 to 1, written in percent: the axis always shows 0 to 100 %.
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
            return NumberText.tick(100 * value, 100 * step) + "%";
        }

        @Override
        String text(double value) {
            return NumberText.percent(value);
        }
    };

    /// A little above 1, so that a curve at 100 % is seen whole.
    private static final double FULL = 1.03;

    /// The bounds for data from `smallest` to `largest` (an empty interval where there are none), given those shown now.
    abstract AxisRange range(AxisRange now, AxisScale scale, double smallest, double largest);

    /// The label of a tick of an axis whose ticks are `step` apart.
    abstract String tick(double value, double step);

    /// A value in full, in at most seven characters.
    abstract String text(double value);
}
