package mlpexplorer.ui.charts;

import java.util.OptionalDouble;

/// Something happened at `x`: a vertical line across the plot with a short label at its top, or, where there is a `y` too, a ring
/// around that point with the label in a tag above the plot.
///
/// @param x          where, on the x axis
/// @param text       a few characters, such as `rate 0.03`
/// @param y          the height of the point
/// @param styleClass the colour, as that of a series
public record Mark(double x, String text, OptionalDouble y, String styleClass) {

    /// A line across the plot.
    public Mark(double x, String text) {
        this(x, text, OptionalDouble.empty(), "");
    }

    /// A ring around a point of the series of that style class.
    public static Mark point(double x, double y, String text, String styleClass) {
        return new Mark(x, text, OptionalDouble.of(y), styleClass);
    }
}
