package mlpexplorer.ui.field;

import mlpexplorer.data.Scaling;
import mlpexplorer.data.Split;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.ColorRamp;
import mlpexplorer.ui.controls.Theme;

/// Colors the output of a regression on a plane by its value, and each point by its target on the
/// same scale: orange to blue around zero if the targets lie on both sides of it, otherwise neutral
/// to blue.
public final class SurfacePainter implements FieldPainter {
    /// Solid colors when discretized.
    private static final int BANDS = 10;

    /// Targets that extend to the other side of zero by less than this share are on one side.
    private static final double ONE_SIDED = 0.1;

    private final Scaling scaling;
    private final double low;
    private final double high;
    private final boolean discretize;
    private final int neutral;
    private final ColorRamp field;
    private final ColorRamp points;

    private SurfacePainter(
            Scaling scaling, double low, double high, ClassColors colors, boolean discretize) {
        boolean signed = Math.min(-low, high) > ONE_SIDED * Math.max(-low, high);
        double reach = Math.max(-low, high);
        this.scaling = scaling;
        this.low = signed ? -reach : low;
        this.high = signed ? reach : high > low ? high : low + 1;
        this.discretize = discretize;
        neutral = colors.neutralArgb();
        field = colors.numbers(signed, true);
        points = colors.numbers(signed, false);
    }

    /// The colors for the targets of `split`, of all parts.
    static SurfacePainter of(Split split, Theme theme, boolean discretize) {
        Samples samples = split.dataset().samples();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < samples.rows(); row++) {
            low = Math.min(low, samples.target(row));
            high = Math.max(high, samples.target(row));
        }
        return new SurfacePainter(
                split.scaling(), low, high, new ClassColors(2, theme), discretize);
    }

    /// The value of the first color, in the data's units.
    public double low() {
        return low;
    }

    /// The value of the last color.
    public double high() {
        return high;
    }

    /// The color of the field where the network predicts `value`.
    public int argb(double value) {
        double place = (value - low) / (high - low);
        if (Double.isNaN(place)) {
            return neutral;
        }
        double band = Math.clamp(Math.floor(place * BANDS), 0, BANDS - 1);
        return field.at((float) (discretize ? band / (BANDS - 1) : place));
    }

    @Override
    public boolean fits(Split split) {
        return split.scaling() == scaling
                && split.dataset().task() instanceof Task.Regression
                && split.dataset().samples().columns() > 1;
    }

    @Override
    public void paint(Field values, int[] argb, int pixels) {
        values.paint(argb, pixels, value -> argb(scaling.targetOf(value)));
    }

    @Override
    public void trace(Field values, Domain domain, ContourTracer tracer, Contour contour) {
        contour.clear();
    }

    @Override
    public int pointArgb(Split split, int position) {
        double target = split.dataset().samples().target(split.row(position));
        return points.at((float) ((target - low) / (high - low)));
    }
}
