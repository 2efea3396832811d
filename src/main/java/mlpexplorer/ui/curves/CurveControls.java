package mlpexplorer.ui.curves;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import mlpexplorer.nn.Numbers;
import mlpexplorer.ui.charts.XAxis;
import mlpexplorer.ui.controls.ChoiceWords;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.workbench.Messages;

import java.util.List;

/// The toolbar above the charts: x axis, smoothing, and space for buttons.
final class CurveControls extends HBox {
    private static final double MOST = 0.99;
    private static final double STEP = 0.01;

    CurveControls(ObjectProperty<XAxis> axis, DoubleProperty smoothing) {
        getStyleClass().add("curve-controls");
        setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        axisChoice(axis),
                        label(Messages.text("curves.smoothing")),
                        slider(smoothing),
                        value(smoothing),
                        space);
    }

    private static ComboBox<XAxis> axisChoice(ObjectProperty<XAxis> axis) {
        ComboBox<XAxis> choice =
                new ControlLabel(
                                Messages.text("curves.axis"),
                                "curves-x-axis",
                                Messages.text("curves.axis.tip"))
                        .describe(new ComboBox<>());
        choice.getItems().setAll(List.of(XAxis.values()));
        choice.setConverter(new ChoiceWords<>(kind -> Messages.text("curves.by", kind.label())));
        choice.valueProperty().bindBidirectional(axis);
        return choice;
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("curve-controls-label");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /// Snaps to hundredths, by mouse and by arrow keys.
    private static Slider slider(DoubleProperty smoothing) {
        Slider slider =
                new ControlLabel(
                                Messages.text("curves.smoothing"),
                                "curves-smoothing",
                                Messages.text("curves.smoothing.tip"))
                        .describe(new Slider(0, MOST, smoothing.get()));
        slider.getStyleClass().add("small");
        slider.setBlockIncrement(STEP);
        slider.valueProperty()
                .addListener((_, _, value) ->
                        smoothing.set(Math.rint(value.doubleValue() / STEP) * STEP));
        smoothing.addListener((_, _, value) -> slider.setValue(value.doubleValue()));
        return slider;
    }

    private static Label value(DoubleProperty smoothing) {
        Label value = label("");
        value.setId("curves-smoothing-value");
        value.textProperty().bind(smoothing.map(weight -> Numbers.fixed(weight.doubleValue(), 2)));
        return value;
    }
}
