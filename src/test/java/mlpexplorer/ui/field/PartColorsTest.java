package mlpexplorer.ui.field;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.Split.Part;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/// The colors of the parts of a split, measured by their distance in CIELAB, where about 2 can just
/// be seen.
class PartColorsTest {
    private static final double[][] NORMAL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final double[][] XYZ = {
        {0.4124564, 0.3575761, 0.1804375},
        {0.2126729, 0.7151522, 0.0721750},
        {0.0193339, 0.1191920, 0.9503041}
    };

    /// Color blindness as matrices on linear RGB, of Machado, Oliveira and Fernandes (2009).
    private enum Vision {
        NORMAL_VISION(NORMAL),
        PROTANOPIA(
                new double[][] {
                    {0.152286, 1.052583, -0.204868},
                    {0.114503, 0.786281, 0.099216},
                    {-0.003882, -0.048116, 1.051998}
                }),
        DEUTERANOPIA(
                new double[][] {
                    {0.367322, 0.860646, -0.227968},
                    {0.280085, 0.672501, 0.047413},
                    {-0.011820, 0.042940, 0.968881}
                }),
        TRITANOPIA(
                new double[][] {
                    {1.255528, -0.076749, -0.178779},
                    {-0.078411, 0.930809, 0.147602},
                    {0.004733, 0.691367, 0.303900}
                });

        private final double[][] matrix;

        Vision(double[][] matrix) {
            this.matrix = matrix;
        }

        double distance(int argb, int other) {
            double[] a = lab(argb);
            double[] b = lab(other);
            return Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
        }

        private double[] lab(int argb) {
            double[] seen = times(matrix, linear(argb));
            double[] xyz = times(XYZ, Arrays.stream(seen).map(c -> Math.clamp(c, 0, 1)).toArray());
            double x = root(xyz[0] / 0.95047);
            double y = root(xyz[1]);
            double z = root(xyz[2] / 1.08883);
            return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
        }

        private static double root(double t) {
            return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
        }
    }

    private static double[] linear(int argb) {
        double[] rgb = {argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff};
        return Arrays.stream(rgb)
                .map(c -> c / 255)
                .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
                .toArray();
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return Arrays.stream(matrix)
                .mapToDouble(row -> row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2])
                .toArray();
    }

    private static double luminance(int argb) {
        return times(XYZ, linear(argb))[1];
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aColorBlindReaderDistinguishesTheParts(Theme theme) {
        for (Vision vision : Vision.values()) {
            for (Part part : Part.values()) {
                for (Part other : Part.values()) {
                    if (part != other) {
                        assertThat(vision.distance(color(part, theme), color(other, theme)))
                                .as("%s %s %s", vision, part, other)
                                .isGreaterThan(30);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void noPartHasTheColorOfOneOfTheFirstClasses(Theme theme) {
        for (Part part : Part.values()) {
            for (ClassColors colors :
                    new ClassColors[] {new ClassColors(2, theme), new ClassColors(3, theme)}) {
                for (int label = 0; label < colors.classes(); label++) {
                    assertThat(
                                    Vision.NORMAL_VISION.distance(
                                            color(part, theme), colors.argb(label)))
                            .as("%s, class %d", part, label)
                            .isGreaterThan(45);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void linesHaveTheContrastOfGraphics(Theme theme) {
        for (Part part : Part.values()) {
            double line = luminance(color(part, theme));
            double ground = luminance(theme.background());
            assertThat((Math.max(line, ground) + 0.05) / (Math.min(line, ground) + 0.05))
                    .as("%s", part)
                    .isGreaterThan(3);
        }
    }

    @Test
    void theStylesheetHasTheSameColors() throws IOException {
        String css;
        try (InputStream in =
                Objects.requireNonNull(
                        Theme.class.getResourceAsStream("/mlpexplorer/ui/explorer.css"))) {
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (Theme theme : Theme.values()) {
            String root = theme.isDark() ? ".root.dark {" : ".root {";
            String block = css.substring(css.indexOf(root), css.indexOf('}', css.indexOf(root)));
            for (Part part : Part.values()) {
                assertThat(block)
                        .contains(
                                String.format(
                                        Locale.ROOT,
                                        "-explorer-%s: #%06x;",
                                        part.name().toLowerCase(Locale.ROOT),
                                        color(part, theme) & 0xffffff));
            }
        }
    }

    private static int color(Part part, Theme theme) {
        return CurvePainter.partArgb(part, theme);
    }
}
