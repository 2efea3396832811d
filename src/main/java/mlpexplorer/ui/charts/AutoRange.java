package mlpexplorer.ui.charts;

/// Chooses axis ranges. Bounds move in steps rather than with every sample: each rule receives the
/// current range and keeps it while the data fits and does not leave too much of it empty.
final class AutoRange {
    /// The range of an axis without data.
    static final AxisRange UNIT = new AxisRange(0, 1);

    private static final AxisRange EMPTY_DECADES = new AxisRange(0.01, 1);
    private static final double MIN_EPOCHS = 5;

    /// Margin at the top; a curve that touches the edge looks cut off.
    private static final double HEADROOM = 1.02;

    private static final double SLACK = 1.25;
    private static final double MIN_RATIO = 1e-12;

    private AutoRange() {}

    /// From 0 to the nice step above the last x.
    static AxisRange ofX(double last) {
        return new AxisRange(0, last <= MIN_EPOCHS ? MIN_EPOCHS : NiceTicks.bound(last));
    }

    /// The decades between two positive x, with a small margin on either side.
    static AxisRange decadesOfX(double first, double last) {
        double room = Math.max(1.1, Math.pow(last / first, 0.03));
        return first > 0 && last >= first
                ? new AxisRange(first / room, last * room)
                : EMPTY_DECADES;
    }

    /// From 0 to the nice step above the last second.
    static AxisRange ofTime(double last) {
        return last > 0 ? new AxisRange(0, NiceTicks.bound(last)) : UNIT;
    }

    /// From 0 to above the largest value, for nonnegative values.
    static AxisRange fromZero(AxisRange now, double largest) {
        if (!(largest > 0)) {
            return now.lower() == 0 ? now : UNIT;
        }
        boolean fits =
                now.lower() == 0
                        && largest <= now.upper()
                        && NiceTicks.bound(largest * SLACK) >= now.upper();
        return fits ? now : new AxisRange(0, NiceTicks.bound(largest * HEADROOM));
    }

    /// From the power of ten below the smallest value to above the largest, over at most twelve
    /// powers of ten. A smallest value of zero or less is replaced by a millionth of the largest.
    static AxisRange decades(AxisRange now, double smallest, double largest) {
        if (!(largest > 0)) {
            return now.lower() > 0 ? now : EMPTY_DECADES;
        }
        double bottom =
                Math.max(
                        smallest > 0 ? smallest : largest * 1e-6,
                        Math.max(largest * MIN_RATIO, Double.MIN_NORMAL));
        boolean bottomFits = now.lower() > 0 && now.lower() <= bottom && bottom < now.lower() * 20;
        boolean topFits = largest <= now.upper() && NiceTicks.bound(largest * SLACK) >= now.upper();
        return bottomFits && topFits
                ? now
                : new AxisRange(powerBelow(bottom), NiceTicks.bound(largest * HEADROOM));
    }

    private static double powerBelow(double value) {
        return NiceTicks.times10(1, Math.floor(Math.log10(value)));
    }
}
