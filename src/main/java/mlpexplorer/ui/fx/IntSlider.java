package mlpexplorer.ui.fx;


/// A slider over whole numbers whose typed field may reach further than the slider: hidden units 1 to 64 by slider, typed
/// up to 1,024. Starts at its minimum (or 0).
public final class IntSlider extends SliderRow {

    /// A slider and field over `min` to `max`.
    public IntSlider(Caption caption, int min, int max) {
        this(caption, min, max, max);
    }

    /// A slider from `min` to `sliderMax` and a field from `min` to `typedMax`.
    public IntSlider(Caption caption, int min, int sliderMax, int typedMax) {
        super(caption, Scale.linear(min, sliderMax, 1), NumberRange.integers(min, typedMax));
    }
}
