package mlpexplorer.ui.charts;

/// The words of a chart.
///
/// @param title heads the chart and names what the y axis measures
/// @param xLabel names the x axis and, in the hover card, the number under the cursor: `epoch`
/// @param placeholder stands in the plot while there is nothing to draw
public record ChartText(String title, String xLabel, String placeholder) {}
