package mlpexplorer.ui.charts;

import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A [CurveChart] with a title, small buttons to its right (the first one fits), and a legend with
/// current values, whose entries hide and show curves. Brings its own stylesheet, which uses the
/// theme's `-color-…` variables.
public final class ChartView extends VBox {
    private static final String STYLESHEET =
            Objects.requireNonNull(
                            ChartView.class.getResource("/mlpexplorer/ui/charts.css"),
                            "charts.css is missing")
                    .toExternalForm();

    private final HBox toolbar = new HBox();
    private final Label title;
    private final CurveLegend legend;
    private final CurveChart chart;
    private List<CurveSeries> series = List.of();
    private double legendX = Double.NaN;

    public ChartView(ChartText text, Measure measure) {
        chart = new CurveChart(text, measure);
        legend = new CurveLegend(chart::measure, this::choose);
        chart.setAccessibleText(text.title());
        chart.idProperty().bind(idProperty().map(id -> id + "-plot"));
        title = new Label(text.title());
        title.setLabelFor(chart);
        title.getStyleClass().add("chart-view-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        toolbar.getStyleClass().add("chart-view-toolbar");
        toolbar.setAlignment(Pos.CENTER_RIGHT);
        toolbar.getChildren().add(fitButton(text.title()));
        HBox header = new HBox(title, space, toolbar);
        header.getStyleClass().addAll("chart-view-header", "picture-title");
        header.setAlignment(Pos.CENTER_LEFT);
        setVgrow(chart, Priority.ALWAYS);
        getStyleClass().add("chart-view");
        getStylesheets().add(STYLESHEET);
        getChildren().addAll(header, legend, chart);
    }

    private Button fitButton(String title) {
        String id =
                "fit-" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-button";
        Button fit =
                IconButtons.icon(Feather.MAXIMIZE_2, ControlLabel.of("chart.fit", id), chart::fit);
        fit.disableProperty().bind(chart.fits());
        fit.getStyleClass().add("no-picture");
        return fit;
    }

    /// Changes the quantity on the y axis, and its name in the title.
    public void setQuantity(String name, Measure measure) {
        title.setText(name);
        chart.setQuantity(name, measure);
    }

    /// Shows the values of the main run at `x` in the legend, or the newest ones for NaN. Takes
    /// effect with the next [#show].
    public void readAt(double x) {
        legendX = x;
    }

    /// Replaces the displayed series, with their values in the legend. Call at most once per pulse.
    public void show(List<CurveSeries> newer) {
        series = List.copyOf(newer);
        choose();
    }

    private void choose() {
        legend.show(series, legendX);
        chart.show(series.stream().filter(legend::shows).toList());
    }

    /// Links x range, cursor and hidden series of this view to another one.
    public void link(ChartView other) {
        chart.link(other.chart);
        Bindings.bindContentBidirectional(legend.hidden(), other.legend.hidden());
    }

    /// The chart.
    public CurveChart chart() {
        return chart;
    }

    /// The buttons to the right of the title, modifiable.
    public ObservableList<Node> toolbar() {
        return toolbar.getChildren();
    }
}
