package mlpexplorer.ui.fx;

/// A slider over stops of any spacing: batch sizes 1, 2, 4 … 1,024 and "full", samples 10, 20, 50 …, a pace up to "max".
/// Any number of the range may be typed; give the last stop a name with [NumberRange#naming].
public final class StopSlider extends SliderRow {

    public StopSlider(Caption caption, NumberRange typed, double... stops) {
        super(caption, Scale.stops(stops), typed);
    }
}
