package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashSet;
import java.util.Set;

class ClassColorsTest {

    private final ClassColors two = new ClassColors(2, Theme.LIGHT);
    private final ClassColors three = new ClassColors(3, Theme.LIGHT);

    @Test
    void twoClassesAreOrangeAndBlue() {
        assertThat(two.argb(0)).isEqualTo(0xfff59322);
        assertThat(two.argb(1)).isEqualTo(0xff0877bd);
    }

    @Test
    void anUndecidedCellIsNeutral() {
        assertThat(twoClass(two, 0.5f, false)).isEqualTo(0xffe8eaeb);
        assertThat(three.manyClass(new float[] {1 / 3f, 1 / 3f, 1 / 3f}, 0, false))
                .isEqualTo(0xffe8eaeb);
    }

    @Test
    void theDarkThemesNeutralIsDark() {
        assertThat(twoClass(new ClassColors(2, Theme.DARK), 0.5f, false)).isEqualTo(0xff22272e);
    }

    @Test
    void notANumberIsNeutral() {
        assertThat(twoClass(two, Float.NaN, true)).isEqualTo(two.neutralArgb());
        assertThat(three.manyClass(new float[] {Float.NaN, Float.NaN, Float.NaN}, 0, true))
                .isEqualTo(three.neutralArgb());
    }

    @Test
    void discretizedCellsHaveOneOfTheClassesColors() {
        assertThat(twoClass(two, 0.51f, true)).isEqualTo(twoClass(two, 1, false));
        assertThat(twoClass(two, 0.49f, true)).isEqualTo(twoClass(two, 0, false));
        assertThat(three.manyClass(new float[] {0.3f, 0.36f, 0.34f}, 0, true))
                .isEqualTo(three.manyClass(new float[] {0, 1, 0}, 0, false));
    }

    @Test
    void theBlendGrowsWithConfidence() {
        int weak = three.manyClass(new float[] {0.5f, 0.25f, 0.25f}, 0, false);
        int strong = three.manyClass(new float[] {0.9f, 0.05f, 0.05f}, 0, false);
        assertThat(weak & 0xff).isGreaterThan(strong & 0xff);
    }

    @Test
    void anOffsetPicksTheCell() {
        float[] field = {0, 0, 1, 0, 1, 0};
        assertThat(three.manyClass(field, 3, false))
                .isEqualTo(three.manyClass(new float[] {0, 1, 0}, 0, false));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void tenClassesHaveTenColorsAndShapes(Theme theme) {
        ClassColors ten = new ClassColors(10, theme);
        Set<Integer> colors = new HashSet<>();
        Set<ClassMarker> shapes = new HashSet<>();
        for (int label = 0; label < 10; label++) {
            colors.add(ten.argb(label));
            shapes.add(ClassMarker.of(label));
        }
        assertThat(colors).hasSize(10);
        assertThat(shapes).hasSize(10);
    }

    @Test
    void fromTheEleventhClassOnColorsRepeat() {
        ClassColors twelve = new ClassColors(12, Theme.LIGHT);
        float[] certain = new float[12];
        certain[11] = 1;
        assertThat(twelve.argb(10)).isEqualTo(twelve.argb(0));
        assertThat(twelve.manyClass(certain, 0, false)).isNotEqualTo(twelve.neutralArgb());
        assertThat(ClassMarker.of(10)).isEqualTo(ClassMarker.of(0));
    }

    @Test
    void aRampClampsAndItsEndsAreExact() {
        ColorRamp ramp = ColorRamp.diverging(0x000000, 0x808080, 0xffffff);
        assertThat(ramp.at(-3)).isEqualTo(0xff000000);
        assertThat(ramp.at(7)).isEqualTo(0xffffffff);
        assertThat(ColorRamp.between(0x102030, 0x405060).at(0)).isEqualTo(0xff102030);
        assertThat(ColorRamp.between(0x102030, 0x405060).at(1)).isEqualTo(0xff405060);
    }

    private static int twoClass(ClassColors colors, float p, boolean discretize) {
        return colors.manyClass(new float[] {1 - p, p}, 0, discretize);
    }
}
