package mlpexplorer.ui.charts;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import mlpexplorer.ui.controls.FixedWidthText;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Tooltips;

/// One entry of the legend: color, name, current value in a field of fixed width. Selected while
/// its series are visible. A click or Space toggles it; Alt with either, or a double-click, shows
/// it alone.
final class LegendEntry extends ToggleButton {
    private final String name;
    private final FixedWidthText value;
    private final Runnable toggle;
    private final Runnable alone;

    /// @param widest text of a value; empty where the entry has no value
    LegendEntry(CurveSeries series, String name, String widest, Runnable toggle, Runnable alone) {
        this.name = name;
        value = new FixedWidthText(widest, "chart-value", HPos.LEFT);
        this.toggle = toggle;
        this.alone = alone;
        Region swatch = new Region();
        swatch.getStyleClass().add("swatch");
        swatch.getStyleClass().addAll(series.styleClasses());
        swatch.setStyle(series.style());
        swatch.setOpacity(series.dimmed() ? 0.5 : 1);
        Label label = new Label(name);
        label.setMinWidth(USE_PREF_SIZE);
        label.getStyleClass().add("legend-name");
        HBox parts = new HBox(swatch, label);
        parts.getStyleClass().add("legend-parts");
        parts.setAlignment(Pos.CENTER_LEFT);
        if (!widest.isEmpty()) {
            parts.getChildren().add(value);
        }
        getStyleClass().setAll("legend-entry");
        setGraphic(parts);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(USE_PREF_SIZE);
        Tooltips.explain(this, Messages.text("chart.legend.tip"));
        setOnAction(_ -> toggle.run());
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    private void pressed(MouseEvent event) {
        boolean twice = event.getClickCount() % 2 == 0;
        if (event.getButton() == MouseButton.PRIMARY && (event.isAltDown() || twice)) {
            if (twice && !event.isAltDown()) {
                toggle.run(); // reverts the first click
            }
            alone.run();
            event.consume();
        }
    }

    private void keyPressed(KeyEvent event) {
        boolean switches = event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER;
        if (switches && event.isAltDown()) {
            alone.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            fire();
            event.consume();
        }
    }

    void show(String text, boolean shown) {
        value.setText(text);
        setSelected(shown);
        setAccessibleText(
                Messages.text(
                        shown ? "chart.legend.shown" : "chart.legend.hidden",
                        text.isEmpty() ? name : name + " " + text));
    }
}
