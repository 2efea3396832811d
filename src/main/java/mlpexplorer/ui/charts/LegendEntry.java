package mlpexplorer.ui.charts;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// One entry of the legend: colour, name, current value in a place of fixed width.
final class LegendEntry extends HBox {
    private static final String WIDEST_VALUE = "100.00%";

    private final FixedText value = new FixedText(WIDEST_VALUE, "chart-value");

    LegendEntry(CurveSeries series) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", series.styleClass());
        Label name = new Label(series.name());
        name.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("legend-name");
        getStyleClass().add("legend-entry");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(swatch, name, value);
        setId("legend-" + series.styleClass());
    }

    void show(String text) {
        value.setText(text);
    }
}
