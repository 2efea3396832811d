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
}
