package mlpexplorer.ui.fx;

/// A slider on the 1–3–10 ladder, such as a learning rate from 1e-5 to 10; any number of the range may be typed.
public final class LogSlider extends SliderRow {

    /// A ladder from `min` to `max`, both above 0 and rungs of the ladder; typed entry has the same bounds.
    public LogSlider(Caption caption, double min, double max) {
        this(caption, Scale.ladder(min, max), NumberRange.reals(min, max));
    }

    /// A ladder or other scale with a range of its own for typed entry.
    public LogSlider(Caption caption, Scale scale, NumberRange typed) {
        super(caption, scale, typed);
    }

    /// A ladder with a stop for 0 on the left, as for a penalty that may be off; 0 to `max` may be typed.
    public static LogSlider fromZero(Caption caption, double min, double max) {
        return new LogSlider(caption, Scale.ladderFromZero(min, max), NumberRange.reals(0, max));
    }
}
