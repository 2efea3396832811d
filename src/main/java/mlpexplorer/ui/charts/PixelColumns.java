package mlpexplorer.ui.charts;

/// The columns of pixels that a plot consists of: `count` (≥ 1) slices of an x range, equal on the screen. A column owns its left edge, the last one
/// both of its edges.
record PixelColumns(AxisRange range, AxisScale scale, int count) {

    PixelColumns {
        if (count < 1) {
            throw new IllegalArgumentException("no columns");
        }
    }

    /// The smallest x that lies to the right of a column.
    double end(int column) {
        return column == count - 1 ? Math.nextUp(range.upper()) : scale.value((column + 1.0) / count, range);
    }
}
