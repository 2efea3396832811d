package mlpexplorer.ui.controls;

import atlantafx.base.controls.ProgressSliderSkin;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// A number with a slider: label and text field on the first line, the slider below over the full
/// width.
///
/// The slider snaps to the stops of a [Scale] and its keys step along them (Page Up and Page Down:
/// a tenth of the way, Home, End); the field accepts any number of the [NumberRange]. Each change
/// notifies listeners once. While the thumb is dragged, [#adjustingProperty] is true.
///
/// Node ids: `<id>` the row, `<id>-slider`, `<id>-field`, `<id>-error`.
public final class SliderRow extends VBox {

    private final Scale scale;
    private final NumberField field;
    private final Slider slider = new Slider();
    private boolean showing;

    public SliderRow(ControlLabel caption, Scale scale, NumberRange range) {
        this.scale = scale;
        field = new NumberField(caption, range, scale);
        getStyleClass().add("slider-row");
        setId(caption.id());
        caption.part("slider").describe(slider);
        slider.getStyleClass().add("small");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setMax(scale.last());
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.valueProperty().addListener(_ -> thumbMoved());
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.valueProperty().addListener(_ -> showThumb());
        showThumb();
        getChildren().addAll(new FormRow(caption.part("line"), field), slider);
    }

    /// Whole numbers from `min` to `max`.
    public static SliderRow integers(ControlLabel caption, int min, int max) {
        return integers(caption, min, max, max);
    }

    /// Whole numbers from `min`: up to `sliderMax` by the slider, up to `typedMax` in the field.
    public static SliderRow integers(ControlLabel caption, int min, int sliderMax, int typedMax) {
        return new SliderRow(
                caption, Scale.linear(min, sliderMax, 1), NumberRange.integers(min, typedMax));
    }

    /// Whole percentages from `min` to `max`; typed values may have decimals. The value is the
    /// fraction: 0.12 is displayed as "12%".
    public static SliderRow percent(ControlLabel caption, int min, int max) {
        return new SliderRow(
                caption,
                Scale.linear(min / 100.0, max / 100.0, 0.01),
                NumberRange.percent(min / 100.0, max / 100.0));
    }

    /// The value; can be bound, observed and set.
    public DoubleProperty valueProperty() {
        return field.valueProperty();
    }

    public double getValue() {
        return field.getValue();
    }

    /// Displays `value` and discards an invalid entry; notifies listeners once if it changed.
    public void setValue(double value) {
        field.setValue(value);
    }

    /// True from the press on the thumb to its release.
    ReadOnlyBooleanProperty adjustingProperty() {
        return slider.valueChangingProperty();
    }

    /// The text field.
    public NumberField field() {
        return field;
    }

    /// A drag snaps to the nearest stop; a drag within the same stop is no change.
    private void thumbMoved() {
        if (showing) {
            return;
        }
        int stop = (int) Math.round(slider.getValue());
        field.setValue(scale.valueAt(stop));
        showThumb();
    }

    private void showThumb() {
        showing = true;
        slider.setValue(scale.positionOf(getValue()));
        showing = false;
    }

    private void key(KeyEvent event) {
        int page = Math.max(1, scale.last() / 10);
        double before = getValue();
        double after =
                switch (event.getCode()) {
                    case LEFT, DOWN -> scale.step(before, event.isShiftDown() ? -page : -1);
                    case RIGHT, UP -> scale.step(before, event.isShiftDown() ? page : 1);
                    case PAGE_DOWN -> scale.step(before, -page);
                    case PAGE_UP -> scale.step(before, page);
                    case HOME -> scale.valueAt(0);
                    case END -> scale.valueAt(scale.last());
                    default -> Double.NaN;
                };
        if (!Double.isNaN(after)) {
            setValue(after);
            event.consume();
        }
    }
}
