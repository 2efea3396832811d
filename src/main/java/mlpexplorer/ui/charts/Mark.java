package mlpexplorer.ui.charts;

import java.util.OptionalDouble;

/// A mark at `x`: a vertical line with a short label at its top or, if `y` is present, a ring
/// around that point with the label in a tag above the plot.
///
/// @param x position on the x axis
/// @param text short label, such as `rate 0.03`
/// @param y y coordinate of the point
/// @param styleClass color, as for a series
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
