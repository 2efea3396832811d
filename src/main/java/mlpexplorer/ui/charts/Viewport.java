package mlpexplorer.ui.charts;

/// The ranges and the size of a plot: maps samples to pixels from the top left corner.
///
/// @param x horizontal range
/// @param xScale scale of the x axis
/// @param y vertical range
/// @param yScale scale of the y axis
/// @param width in pixels
/// @param height in pixels
record Viewport(
        AxisRange x, AxisScale xScale, AxisRange y, AxisScale yScale, double width, double height) {
    /// Far outside the plot, but within the precision of the renderer.
    private static final double FAR = 10_000;

    boolean isEmpty() {
        return !(width >= 1 && height >= 1);
    }

    PixelColumns columns() {
        return new PixelColumns(x, xScale, (int) Math.ceil(width));
    }

    double px(double value) {
        return Math.clamp(width * xScale.fraction(value, x), -FAR, width + FAR);
    }

    double py(double value) {
        return Math.clamp(height * (1 - yScale.fraction(value, y)), -FAR, height + FAR);
    }

    /// The x value at a pixel.
    double xAt(double px) {
        return xScale.value(px / width, x);
    }

    /// The pixel columns of a plot: `count` (≥ 1) slices of an x range with equal width on screen.
    /// A column includes its left edge, the last one both edges.
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
}
