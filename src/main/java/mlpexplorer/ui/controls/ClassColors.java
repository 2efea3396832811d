package mlpexplorer.ui.controls;

import javafx.scene.paint.Color;

/// The colors of classes and of fields of class probabilities in one theme. Immutable and
/// thread-safe; no allocation per cell.
///
/// Two classes are orange and blue, as in TensorFlow Playground, and a field blends from one to the
/// other through a neutral color. More classes use the Okabe–Ito palette (color-blind safe; gray
/// and wine added to make ten), and a field blends from neutral to the color of the most probable
/// class by how far its probability exceeds chance. Fields are drawn at reduced strength so that
/// points of the same class remain visible on them. From the eleventh class, colors repeat.
public final class ClassColors {

    /// The number of distinct class colors.
    public static final int DISTINCT = 10;

    private static final int[] OKABE_ITO = {
        0xe69f00, 0x0072b2, 0x009e73, 0xcc79a7, 0x56b4e9, 0xd55e00, 0xf0e442, 0x000000, 0x8a8f98,
        0x882255
    };
    private static final int LIGHT_TEXT = 0x24292f;
    private static final int DARK_TEXT = 0xd7dde4;
    private static final int BLACK = 7;
    private static final int WINE = 9;
    private static final int DARK_WINE = 0xb8467a;
    private static final int ORANGE = 0xf59322;
    private static final int BLUE = 0x0877bd;
    private static final int WRONG = 0xcf222e;
    private static final int CORRECT = 0x6e7781;
    private static final double FIELD_STRENGTH = 0.55;

    private final int classes;
    private final int neutral;
    private final int[] palette;
    private final ColorRamp[] ramps;
    private final ColorRamp signed;

    /// @param classes number of classes, at least 1
    public ClassColors(int classes, Theme theme) {
        if (classes < 1) {
            throw new IllegalArgumentException("There is at least one class");
        }
        this.classes = classes;
        neutral = theme.isDark() ? 0x22272e : 0xe8eaeb;
        palette = palette(classes, theme);
        ramps = new ColorRamp[palette.length];
        for (int i = 0; i < palette.length; i++) {
            ramps[i] = ColorRamp.between(neutral, fieldColor(palette[i]));
        }
        signed = ColorRamp.diverging(fieldColor(ORANGE), neutral, fieldColor(BLUE));
    }

    private static int[] palette(int classes, Theme theme) {
        if (classes <= 2) {
            return new int[] {ORANGE, BLUE};
        }
        int[] palette = OKABE_ITO.clone();
        palette[BLACK] = theme.isDark() ? DARK_TEXT : LIGHT_TEXT;
        palette[WINE] = theme.isDark() ? DARK_WINE : OKABE_ITO[WINE];
        return palette;
    }

    private int fieldColor(int rgb) {
        return ColorRamp.blend(neutral, rgb, FIELD_STRENGTH) & 0xffffff;
    }

    public int classes() {
        return classes;
    }

    /// The full color of a class, for points and legends, as opaque ARGB.
    public int argb(int label) {
        return 0xff000000 | palette[label % palette.length];
    }

    /// The full color of a class as a paint.
    public Color color(int label) {
        return ColorRamp.color(argb(label));
    }

    /// The neutral color, as opaque ARGB.
    public int neutralArgb() {
        return 0xff000000 | neutral;
    }

    /// Orange for −1, neutral for 0, blue for +1: fields of hidden units, weights.
    public ColorRamp signed() {
        return signed;
    }

    /// Red for the rows of a class that are all predicted wrong, over neutral for none, to gray for
    /// all correct: cells of a confusion matrix, in none of the colors of classes.
    public ColorRamp outcomes() {
        return ColorRamp.diverging(fieldColor(WRONG), neutral, fieldColor(CORRECT));
    }

    /// The colors of numbers from the smallest to the largest: orange over neutral to blue, like
    /// [#signed], if zero is in the middle, otherwise neutral to blue.
    ///
    /// @param field at the strength of fields, not of points
    public ColorRamp numbers(boolean signed, boolean field) {
        int low = field ? fieldColor(ORANGE) : ORANGE;
        int high = field ? fieldColor(BLUE) : BLUE;
        return signed ? ColorRamp.diverging(low, neutral, high) : ColorRamp.between(neutral, high);
    }

    /// The field color for the class probabilities `field[offset … offset + classes − 1]`; NaN is
    /// neutral.
    public int manyClass(float[] field, int offset, boolean discretize) {
        int best = 0;
        float most = field[offset];
        for (int c = 1; c < classes; c++) {
            float p = field[offset + c];
            if (p > most) {
                most = p;
                best = c;
            }
        }
        if (Float.isNaN(most)) {
            return neutralArgb();
        }
        float chance = 1f / classes;
        return ramps[best % ramps.length].at(discretize ? 1 : (most - chance) / (1 - chance));
    }
}
