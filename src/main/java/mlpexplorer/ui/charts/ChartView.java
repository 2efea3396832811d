package mlpexplorer.ui.charts;

import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A [CurveChart] with its title, a place for small buttons to the right of it, and a legend with the current values.
/// It brings its own stylesheet, which takes its colours from the theme's `-color-…` variables.
public final class ChartView extends VBox {
    private static final String STYLESHEET = Objects.requireNonNull(
                    ChartView.class.getResource("/mlpexplorer/ui/charts.css"), "charts.css is missing")
            .toExternalForm();

    private final HBox toolbar = new HBox();
    private final CurveLegend legend;
    private final CurveChart chart;

    public ChartView(ChartText text, Measure measure) {
        legend = new CurveLegend(measure);
        chart = new CurveChart(text, measure);
        Label title = new Label(text.title());
        title.setLabelFor(chart);
        title.getStyleClass().add("chart-view-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        toolbar.getStyleClass().add("chart-view-toolbar");
        toolbar.setAlignment(Pos.CENTER_RIGHT);
        HBox header = new HBox(title, space, toolbar);
        header.getStyleClass().addAll("chart-view-header", "picture-title");
        header.setAlignment(Pos.CENTER_LEFT);
        setVgrow(chart, Priority.ALWAYS);
        getStyleClass().add("chart-view");
        getStylesheets().add(STYLESHEET);
        getChildren().addAll(header, legend, chart);
    }

    /// Draws these series in place of what was shown, and their newest values in the legend. At most once a pulse.
    public void show(List<CurveSeries> series) {
        legend.show(series);
        chart.show(series);
    }

    /// The chart itself: its marks, its scale, its cursor.
    public CurveChart chart() {
        return chart;
    }

    /// The buttons to the right of the title, modifiable.
    public ObservableList<Node> toolbar() {
        return toolbar.getChildren();
    }
}
