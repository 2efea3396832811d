package mlpexplorer.ui.charts;

/// A vertical line across the plot with a short label at its top: something happened at `x`.
///
/// @param x where, on the x axis
/// @param text a few characters, such as `rate 0.03`
public record Mark(double x, String text) {}
