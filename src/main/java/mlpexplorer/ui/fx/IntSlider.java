package mlpexplorer.ui.fx;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// A slider over whole numbers whose typed field may reach further than the slider: hidden units 1 to 64 by slider, typed
/// up to 1,024. Starts at its minimum (or 0).
public final class IntSlider extends SliderRow {

    private final IntegerProperty whole = new SimpleIntegerProperty(this, "intValue");

    /// A slider and field over `min` to `max`.
    public IntSlider(Caption caption, int min, int max) {
        this(caption, min, max, max);
    }

    /// A slider from `min` to `sliderMax` and a field from `min` to `typedMax`.
    public IntSlider(Caption caption, int min, int sliderMax, int typedMax) {
        super(caption, Scale.linear(min, sliderMax, 1), NumberRange.integers(min, typedMax));
        whole.bindBidirectional(valueProperty());
    }

    /// The value as an integer property; the same value as [#valueProperty].
    public IntegerProperty intValueProperty() {
        return whole;
    }

    public int getInt() {
        return whole.get();
    }
}
