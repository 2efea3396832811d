package mlpexplorer.ui.fx;

/// A slider over whole per cent; its value is the fraction: 0.12 is shown as "12 %". Typed entry may have decimals.
public final class PercentSlider extends SliderRow {

    /// A slider from `minPercent` to `maxPercent`.
    public PercentSlider(Caption caption, int minPercent, int maxPercent) {
        super(caption, Scale.linear(minPercent / 100.0, maxPercent / 100.0, 0.01),
                NumberRange.percent(minPercent / 100.0, maxPercent / 100.0));
    }
}
