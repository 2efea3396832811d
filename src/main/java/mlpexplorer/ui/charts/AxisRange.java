package mlpexplorer.ui.charts;

/// The part of the number line that an axis shows, `lower < upper`, both finite.
record AxisRange(double lower, double upper) {

    AxisRange {
        if (!(lower < upper) || !Double.isFinite(upper - lower)) {
            throw new IllegalArgumentException("not a range: " + lower + " to " + upper);
        }
    }

    double span() {
        return upper - lower;
    }
}
