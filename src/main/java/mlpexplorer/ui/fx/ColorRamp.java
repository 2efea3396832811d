package mlpexplorer.ui.fx;

/// 256 colours from one end to the other, worked out once, so that colouring a cell is one look-up. Immutable.
public final class ColorRamp {

    /// How many colours a ramp has.
    public static final int STEPS = 256;

    private final int[] argb;

    private ColorRamp(int[] argb) {
        this.argb = argb;
    }

    /// From `low` to `high`, opaque `0xRRGGBB` colours.
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

    /// The opaque ARGB colour at `t` from 0 to 1, clamped; NaN counts as the middle.
    public int at(float t) {
        if (Float.isNaN(t)) {
            return argb[STEPS / 2];
        }
        int step = (int) (t * (STEPS - 1) + 0.5f);
        return argb[step < 0 ? 0 : Math.min(step, STEPS - 1)];
    }

    /// `0xRRGGBB` colours mixed with the share `t` of the second, made opaque.
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
