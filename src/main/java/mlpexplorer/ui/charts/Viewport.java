package mlpexplorer.ui.charts;

/// What a plot shows and how large it is: maps samples to pixels, whose origin is the top left corner.
///
/// @param x the range across
/// @param xScale how x values spread
/// @param y the range upwards
/// @param yScale how y values spread
/// @param width in pixels
/// @param height in pixels
record Viewport(AxisRange x, AxisScale xScale, AxisRange y, AxisScale yScale, double width, double height) {
    /// Far outside the plot, yet near enough for the renderer's arithmetic.
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

    /// The x under a pixel.
    double xAt(double px) {
        return xScale.value(px / width, x);
    }
}
