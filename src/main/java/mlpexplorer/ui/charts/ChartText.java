package mlpexplorer.ui.charts;

/// The texts of a chart.
///
/// @param title title of the chart, which names the quantity on the y axis
/// @param xLabel name of the x axis, also used in the hover card: `epoch`
/// @param placeholder text shown in the plot without data
public record ChartText(String title, String xLabel, String placeholder) {}
