package mlpexplorer.ui.field;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

class ClassPainterTest {
    private static final int SIZE = 8;

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 0.5, 0.62, 0.999})
    void twoClassesAreColoredByTheirProbability(double p) {
        ClassColors colors = new ClassColors(2, Theme.LIGHT);

        int painted = paint(colors, false, Fields.of(2, (_, _) -> Math.log(p / (1 - p))))[0];

        assertNear(painted, Fields.twoClassColor(colors, p, false));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void moreClassesAreColoredByTheLikeliestOne(Theme theme) {
        ClassColors colors = new ClassColors(3, theme);
        float[] p = {0.2f, 0.1f, 0.7f};

        int painted =
                paint(
                        colors,
                        false,
                        Fields.of(2, (_, _) -> Math.log(0.1 / 0.2), (_, _) -> Math.log(0.7 / 0.2)))[
                        0];

        assertNear(painted, colors.manyClass(p, 0, false));
    }

    @Test
    void discretizedRegionsHaveOneColorEach() {
        ClassColors colors = new ClassColors(2, Theme.LIGHT);

        int[] painted = paint(colors, true, Fields.of(5, (across, _) -> across - 0.4));

        assertThat(Arrays.stream(painted).distinct())
                .containsExactlyInAnyOrder(
                        Fields.twoClassColor(colors, 0, true),
                        Fields.twoClassColor(colors, 1, true));
    }

    @Test
    void bordersBetweenNodesAreWhereTheLogitsSay() {
        ClassColors colors = new ClassColors(2, Theme.LIGHT);

        int[] painted = paint(colors, true, Fields.of(2, (across, _) -> across - 0.25));

        int first = Fields.twoClassColor(colors, 0, true);
        int second = Fields.twoClassColor(colors, 1, true);
        assertThat(Arrays.copyOf(painted, SIZE))
                .containsExactly(first, first, second, second, second, second, second, second);
    }

    @Test
    void theFirstRowIsTheTopOne() {
        ClassColors colors = new ClassColors(2, Theme.LIGHT);

        int[] painted = paint(colors, true, Fields.of(2, (_, down) -> 0.5 - down));

        assertThat(painted[0]).isEqualTo(Fields.twoClassColor(colors, 1, true));
        assertThat(painted[SIZE * SIZE - 1]).isEqualTo(Fields.twoClassColor(colors, 0, true));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsNoNumberIsNeutral(boolean discretize) {
        ClassColors colors = new ClassColors(2, Theme.DARK);

        assertThat(paint(colors, discretize, Fields.of(2, (_, _) -> Double.NaN)))
                .containsOnly(colors.neutralArgb());
    }

    private static int[] paint(ClassColors colors, boolean discretize, Field field) {
        int[] argb = new int[SIZE * SIZE];
        new ClassPainter(colors, discretize).paint(field, argb, SIZE);
        return argb;
    }

    /// Tables may be off by a shade or two.
    private static void assertNear(int painted, int expected) {
        for (int shift = 0; shift <= 24; shift += 8) {
            assertThat(painted >> shift & 0xff)
                    .isBetween((expected >> shift & 0xff) - 3, (expected >> shift & 0xff) + 3);
        }
    }
}
