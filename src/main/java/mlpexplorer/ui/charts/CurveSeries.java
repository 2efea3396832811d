package mlpexplorer.ui.charts;

/// A curve as the chart shows it.
///
/// @param name what the legend says
/// @param styleClass which colour it has: one of the constants here, or any class whose CSS rule sets `-curve-color`
/// @param curve its samples
/// @param dimmed true for a ghost: thin, pale, behind the others and not in the legend
public record CurveSeries(String name, String styleClass, Curve curve, boolean dimmed) {

    /// Style class of what was measured on the training part (blue).
    public static final String TRAIN = "train";

    /// Style class of what was measured on the validation part (orange).
    public static final String VALIDATION = "validation";

    /// Style class of what was measured on the test part (green).
    public static final String TEST = "test";
}
