package mlpexplorer.ui.charts;

import javafx.geometry.Side;
import javafx.scene.chart.ValueAxis;

import mlpexplorer.nn.Numbers;

import java.util.List;

/// An axis whose bounds are set by its chart and whose thickness is constant: space for the longest
/// label is always reserved, so the plot does not move. Ticks follow the bounds and the length.
final class CurveAxis extends ValueAxis<Number> {
    private static final String WIDEST_LABEL = "0.0000";
    private static final double SPACING_ACROSS = 64;
    private static final double SPACING_UPWARDS = 27;

    /// Above this factor, the ticks of a vertical axis are powers of ten, as those of a horizontal
    /// axis always are.
    private static final double MANY_DECADES = 1e5;

    /// Formats a tick, given the step between ticks (on a logarithmic axis the tick itself) and the
    /// upper bound.
    @FunctionalInterface
    interface TickText {
        String of(double value, double step, double upper);
    }

    private final Side side;
    private boolean whole;
    private TickText text;
    private AxisScale scaling = AxisScale.LINEAR;
    private double step = 1;
    private boolean decades;

    private CurveAxis(Side side, boolean whole, TickText text) {
        super(0, 1);
        this.side = side;
        this.whole = whole;
        this.text = text;
        setSide(side);
        setAnimated(false);
    }

    /// The axis below the plot.
    static CurveAxis across(XAxis kind) {
        return new CurveAxis(Side.BOTTOM, kind.counts(), kind::tick);
    }

    /// The axis to the left of the plot.
    static CurveAxis measuring(Measure measure) {
        return new CurveAxis(Side.LEFT, false, (value, step, _) -> measure.tick(value, step));
    }

    /// Changes the quantity of a horizontal axis.
    void setQuantity(XAxis kind) {
        whole = kind.counts();
        text = kind::tick;
        invalidateRange();
        requestAxisLayout();
    }

    /// Changes the quantity of a vertical axis.
    void setQuantity(Measure measure) {
        text = (value, step, _) -> measure.tick(value, step);
        invalidateRange();
        requestAxisLayout();
    }

    /// Returns whether anything changed and the chart needs a layout pass.
    boolean show(AxisRange range, AxisScale scale) {
        boolean changed = !range.equals(range()) || scale != scaling;
        if (changed) {
            scaling = scale;
            setLowerBound(range.lower());
            setUpperBound(range.upper());
            invalidateRange();
            requestAxisLayout();
        }
        return changed;
    }

    AxisRange range() {
        return new AxisRange(getLowerBound(), getUpperBound());
    }

    AxisScale scaling() {
        return scaling;
    }

    double length() {
        return side.isVertical() ? getHeight() : getWidth();
    }

    @Override
    public double getDisplayPosition(Number value) {
        double fraction = scaling.fraction(value.doubleValue(), range());
        return length() * (side.isVertical() ? 1 - fraction : fraction);
    }

    @Override
    public Number getValueForDisplay(double position) {
        double fraction = position / length();
        return scaling.value(side.isVertical() ? 1 - fraction : fraction, range());
    }

    @Override
    protected Object getRange() {
        return range();
    }

    @Override
    protected void setRange(Object range, boolean animate) {
        throw new UnsupportedOperationException("bounds come from the chart");
    }

    @Override
    protected List<Number> calculateTickValues(double length, Object range) {
        AxisRange shown = (AxisRange) range;
        int most =
                Math.clamp(
                        (long) (length / (side.isVertical() ? SPACING_UPWARDS : SPACING_ACROSS)),
                        2,
                        10);
        List<Double> powers =
                scaling == AxisScale.LOG
                        ? NiceTicks.decades(shown.lower(), shown.upper(), most)
                        : List.of();
        decades = powers.size() > 1;
        if (decades) {
            return List.copyOf(powers);
        }
        step =
                whole && scaling == AxisScale.LINEAR
                        ? NiceTicks.wholeStep(shown.span(), most)
                        : NiceTicks.step(shown.span(), most);
        return List.copyOf(NiceTicks.multiples(shown.lower(), shown.upper(), step));
    }

    @Override
    protected List<Number> calculateMinorTickMarks() {
        return decades
                ? List.copyOf(NiceTicks.betweenDecades(getLowerBound(), getUpperBound()))
                : List.of();
    }

    @Override
    protected String getTickMarkLabel(Number value) {
        double tick = value.doubleValue();
        boolean powers =
                decades && (!side.isVertical() || getUpperBound() > MANY_DECADES * getLowerBound());
        return powers ? decade(tick) : text.of(tick, decades ? tick : step, getUpperBound());
    }

    /// `10⁻³` for a power of ten, other numbers as they are.
    private static String decade(double tick) {
        double exponent = Math.log10(tick);
        return Math.abs(exponent - Math.rint(exponent)) < 1e-9
                ? Numbers.powerOfTen(exponent)
                : Numbers.number(tick);
    }

    @Override
    protected double computePrefWidth(double height) {
        double label = measureTickMarkLabelSize(WIDEST_LABEL, 0).getWidth();
        return side.isVertical()
                ? label + getTickLabelGap() + getTickLength()
                : super.computePrefWidth(height);
    }
}
