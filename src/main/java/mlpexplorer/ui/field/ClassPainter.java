package mlpexplorer.ui.field;

import mlpexplorer.data.Split;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.ClassMarker;

import java.util.Arrays;

/// Colors a [Field] of class probabilities by the most probable class, shaded by its probability or
/// in solid colors. Immutable and thread-safe. Logits are interpolated between nodes, so that
/// regions have clean edges even on a coarse grid.
public final class ClassPainter implements FieldPainter {
    private static final int SHADES = 256;
    private static final int STEPS_PER_UNIT = 64;

    /// e⁻¹² is less than a shade.
    private static final int MAX_LOGIT = 12;

    private static final float[] EXP_OF_MINUS = exponentials();

    private final ClassColors colors;
    private final boolean discretize;
    private final int[][] shades;

    /// @param discretize solid regions instead of shades
    public ClassPainter(ClassColors colors, boolean discretize) {
        this.colors = colors;
        this.discretize = discretize;
        this.shades = new int[colors.classes()][];
        for (int c = 0; c < shades.length; c++) {
            shades[c] = shadesOf(c);
        }
    }

    private static float[] exponentials() {
        float[] table = new float[MAX_LOGIT * STEPS_PER_UNIT];
        for (int i = 0; i < table.length; i++) {
            table[i] = (float) Math.exp(-(i + 0.5) / STEPS_PER_UNIT);
        }
        return table;
    }

    /// The color of a class by its probability; the other classes share the rest.
    private int[] shadesOf(int label) {
        int classes = colors.classes();
        int[] argb = new int[SHADES];
        float[] p = new float[classes];
        for (int i = 0; i < SHADES; i++) {
            float probability = i / (SHADES - 1f);
            Arrays.fill(p, (1 - probability) / Math.max(1, classes - 1));
            p[label] = Math.max(probability, 1f / classes);
            argb[i] = colors.manyClass(p, 0, discretize);
        }
        return argb;
    }

    public ClassColors colors() {
        return colors;
    }

    /// The color where `label` is the most probable class with this probability.
    public int argb(int label, double probability) {
        return shades[label][(int) (probability * (SHADES - 1) + 0.5)];
    }

    @Override
    public boolean fits(Split split) {
        return split.dataset().classes() == colors.classes();
    }

    @Override
    public void trace(Field field, Domain domain, ContourTracer tracer, Contour contour) {
        tracer.trace(field, contour);
    }

    @Override
    public int pointArgb(Split split, int position) {
        return colors.argb(label(split, position));
    }

    @Override
    public ClassMarker marker(Split split, int position) {
        return ClassMarker.of(label(split, position));
    }

    private static int label(Split split, int position) {
        return split.dataset().samples().label(split.row(position));
    }

    @Override
    public void paint(Field field, int[] argb, int pixels) {
        new Brush(field, pixels).paint(argb);
    }

    /// The interpolation of one field at one size.
    private final class Brush {
        private final Field field;
        private final int pixels;
        private final int side;
        private final int[] node;
        private final float[] share;
        private final float[] row;

        Brush(Field field, int pixels) {
            this.field = field;
            this.pixels = pixels;
            this.side = field.side();
            this.node = new int[pixels];
            this.share = new float[pixels];
            this.row = new float[(field.classes() - 1) * side];
            for (int i = 0; i < pixels; i++) {
                double at = (i + 0.5) / pixels * (side - 1);
                node[i] = (int) at;
                share[i] = (float) (at - node[i]);
            }
        }

        void paint(int[] argb) {
            float[] logits = new float[field.classes()];
            for (int y = 0; y < pixels; y++) {
                interpolateRow(y);
                for (int x = 0; x < pixels; x++) {
                    for (int c = 1; c < logits.length; c++) {
                        int at = (c - 1) * side + node[x];
                        logits[c] = row[at] + share[x] * (row[at + 1] - row[at]);
                    }
                    argb[y * pixels + x] = color(logits);
                }
            }
        }

        private void interpolateRow(int y) {
            float[] all = field.logits();
            float t = share[y];
            for (int c = 0; c < field.classes() - 1; c++) {
                int upper = (c * side + node[y]) * side;
                int lower = upper + side;
                for (int x = 0; x < side; x++) {
                    row[c * side + x] = all[upper + x] + t * (all[lower + x] - all[upper + x]);
                }
            }
        }
    }

    private int color(float[] logits) {
        int best = 0;
        for (int c = 1; c < logits.length; c++) {
            if (logits[c] > logits[best]) {
                best = c;
            }
        }
        float sum = 1;
        for (int c = 0; c < logits.length; c++) {
            float behind = logits[best] - logits[c];
            if (Float.isNaN(behind)) {
                return colors.neutralArgb();
            }
            int step = (int) (behind * STEPS_PER_UNIT);
            if (c != best && step < EXP_OF_MINUS.length) {
                sum += EXP_OF_MINUS[step];
            }
        }
        return argb(best, 1 / sum);
    }
}
