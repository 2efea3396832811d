package mlpexplorer.ui.charts;

/// The pixel columns of a plot: `count` (≥ 1) slices of an x range with equal width on screen. A
/// column includes its left edge, the last one both edges.
record PixelColumns(AxisRange range, AxisScale scale, int count) {

    PixelColumns {
        if (count < 1) {
            throw new IllegalArgumentException("no columns");
        }
    }

    /// The smallest x to the right of a column.
    double end(int column) {
        return column == count - 1
                ? Math.nextUp(range.upper())
                : scale.value((column + 1.0) / count, range);
    }
}
