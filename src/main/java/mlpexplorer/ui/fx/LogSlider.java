package mlpexplorer.ui.fx;

/// A slider on the 1–3–10 ladder, such as a learning rate from 1e-5 to 10; any number of the range may be typed.
public final class LogSlider extends SliderRow {

    /// A ladder or other scale with a range of its own for typed entry.
    public LogSlider(Caption caption, Scale scale, NumberRange typed) {
        super(caption, scale, typed);
    }
}
