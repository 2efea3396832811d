package mlpexplorer.ui.field;

import mlpexplorer.data.Scaling;
import mlpexplorer.data.Split;
import mlpexplorer.data.Split.Part;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.controls.Theme;

/// Draws a function of one feature as a line through its points, which have the colors of the
/// curves of their parts.
///
/// @param scaling of the data; the network's output is scaled back to the data's units
public record CurvePainter(Scaling scaling, Theme theme) implements FieldPainter {
    /// Beyond the plot by this many heights, all values are drawn alike.
    private static final double FAR = 1;

    @Override
    public boolean fits(Split split) {
        return split.scaling() == scaling
                && split.dataset().task() instanceof Task.Regression
                && split.dataset().samples().columns() == 1;
    }

    @Override
    public void paint(Field field, int[] argb, int pixels) {}

    @Override
    public void trace(Field field, Domain domain, ContourTracer tracer, Contour contour) {
        contour.clear();
        int drawn = 0;
        for (int node = 0; node < field.side(); node++) {
            double down = domain.down(scaling.targetOf(field.logits()[node]));
            if (Double.isFinite(down)) {
                contour.add(
                        (float) (node / (field.side() - 1.0)),
                        (float) Math.clamp(down, -FAR, 1 + FAR));
                drawn++;
            } else if (drawn > 0) {
                contour.endLine();
                drawn = 0;
            }
        }
        if (drawn > 0) {
            contour.endLine();
        }
    }

    /// The color of the curves of a part.
    @Override
    public int pointArgb(Split split, int position) {
        return partArgb(split.part(position), theme);
    }

    /// The color of a part, as in `explorer.css`: none of the colors of classes, and distinct for
    /// color-blind people.
    public static int partArgb(Part part, Theme theme) {
        return 0xff000000
                | switch (part) {
                    case TRAIN -> theme.isDark() ? 0xe6edf3 : 0x24292f;
                    case VALIDATION -> theme.isDark() ? 0x9d6cf5 : 0x8250df;
                    case TEST -> theme.isDark() ? 0xec4899 : 0xbf3989;
                };
    }
}
