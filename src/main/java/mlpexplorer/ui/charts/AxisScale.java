package mlpexplorer.ui.charts;

/// The scale of an axis.
enum AxisScale {
    LINEAR {
        @Override
        double fraction(double value, AxisRange range) {
            return (value - range.lower()) / range.span();
        }

        @Override
        double value(double fraction, AxisRange range) {
            return range.lower() + fraction * range.span();
        }
    },

    /// Logarithmic: equal distances are equal factors. Values of zero and below map to −∞.
    LOG {
        @Override
        double fraction(double value, AxisRange range) {
            return value <= 0
                    ? Double.NEGATIVE_INFINITY
                    : Math.log(value / range.lower()) / decades(range);
        }

        @Override
        double value(double fraction, AxisRange range) {
            return range.lower() * Math.exp(fraction * decades(range));
        }

        private double decades(AxisRange range) {
            return Math.log(range.upper() / range.lower());
        }
    };

    /// The relative position of a value: 0 at the lower bound, 1 at the upper, beyond that outside
    /// the range.
    abstract double fraction(double value, AxisRange range);

    /// The inverse of [#fraction].
    abstract double value(double fraction, AxisRange range);
}
