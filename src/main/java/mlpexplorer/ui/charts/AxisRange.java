package mlpexplorer.ui.charts;

import java.util.Optional;

/// The part of the number line that an axis shows, `lower < upper`, both finite.
record AxisRange(double lower, double upper) {
    private static final double FULL_FRACTION = 1 - 1e-9;

    AxisRange {
        if (!(lower < upper) || !Double.isFinite(upper - lower)) {
            throw new IllegalArgumentException("not a range: " + lower + " to " + upper);
        }
    }

    double span() {
        return upper - lower;
    }

    /// The part between two fractions of this range, which may be outside it.
    AxisRange part(AxisScale scale, double from, double to) {
        return new AxisRange(scale.value(from, this), scale.value(to, this));
    }

    /// `factor` times as much, with the same value at `fraction`.
    AxisRange zoomed(AxisScale scale, double fraction, double factor) {
        return part(scale, fraction * (1 - factor), fraction + (1 - fraction) * factor);
    }

    /// This range moved inside `bounds`; empty if it would show all of them. If it is less than the
    /// share `least` of the bounds, it is widened to that.
    Optional<AxisRange> within(AxisRange bounds, AxisScale scale, double least) {
        double from = scale.fraction(lower, bounds);
        double to = scale.fraction(upper, bounds);
        double share = Math.max(least, to - from);
        if (!(share < FULL_FRACTION)) {
            return Optional.empty();
        }
        double begin = Math.clamp((from + to - share) / 2, 0, 1 - share);
        return Optional.of(bounds.part(scale, begin, begin + share));
    }
}
