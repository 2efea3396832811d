package mlpexplorer.ui.charts;

import java.util.Optional;

/// The part of an axis that a user has zoomed to.
final class ZoomRange {
    private static final double WHOLE = 1 - 1e-9;

    private ZoomRange() {}

    /// What lies between two fractions of what is shown.
    static AxisRange part(AxisScale scale, AxisRange shown, double from, double to) {
        return new AxisRange(scale.value(from, shown), scale.value(to, shown));
    }

    /// `factor` times as much as what is shown, with the same value at `fraction`.
    static AxisRange zoomed(AxisScale scale, AxisRange shown, double fraction, double factor) {
        return part(scale, shown, fraction * (1 - factor), fraction + (1 - fraction) * factor);
    }

    /// The wish moved to where it lies within the bounds; nothing if it would show all that these
    /// do. A wish for less than the share `least` of the bounds is widened to that.
    static Optional<AxisRange> within(
            AxisScale scale, AxisRange bounds, AxisRange wish, double least) {
        double from = scale.fraction(wish.lower(), bounds);
        double to = scale.fraction(wish.upper(), bounds);
        double share = Math.max(least, to - from);
        if (!(share < WHOLE)) {
            return Optional.empty();
        }
        double begin = Math.clamp((from + to - share) / 2, 0, 1 - share);
        return Optional.of(part(scale, bounds, begin, begin + share));
    }
}
