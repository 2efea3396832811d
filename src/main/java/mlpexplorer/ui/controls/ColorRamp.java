package mlpexplorer.ui.controls;

import javafx.scene.paint.Color;

/// A precomputed ramp of 256 colors, so that coloring a cell is one lookup. Immutable.
public final class ColorRamp {

    /// The number of colors in a ramp.
    public static final int STEPS = 256;

    private final int[] argb;

    private ColorRamp(int[] argb) {
        this.argb = argb;
    }

    /// From `low` to `high`, opaque `0xRRGGBB` colors.
    public static ColorRamp between(int low, int high) {
        int[] argb = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            argb[i] = blend(low, high, i / (STEPS - 1.0));
        }
        return new ColorRamp(argb);
    }

    /// From `low` over `middle` to `high`.
    public static ColorRamp diverging(int low, int middle, int high) {
        int[] argb = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            double t = 2 * i / (STEPS - 1.0) - 1;
            argb[i] = t < 0 ? blend(middle, low, -t) : blend(middle, high, t);
        }
        return new ColorRamp(argb);
    }

    /// The opaque ARGB color at `t` from 0 to 1, clamped; NaN counts as the middle.
    public int at(float t) {
        if (Float.isNaN(t)) {
            return argb[STEPS / 2];
        }
        int step = (int) (t * (STEPS - 1) + 0.5f);
        return argb[step < 0 ? 0 : Math.min(step, STEPS - 1)];
    }

    /// The color as an opaque paint.
    ///
    /// @param argb `0xRRGGBB` or ARGB; alpha is ignored
    public static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }

    /// Mixes two `0xRRGGBB` colors with weight `t` for the second; opaque.
    static int blend(int from, int to, double t) {
        int argb = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double a = from >> shift & 0xff;
            double b = to >> shift & 0xff;
            argb = argb << 8 | (int) Math.round(a + (b - a) * t);
        }
        return argb;
    }
}
