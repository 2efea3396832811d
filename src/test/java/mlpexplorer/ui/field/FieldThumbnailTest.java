package mlpexplorer.ui.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.Split.Part;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

class FieldThumbnailTest {
    private final Split circles = Runs.split(new DataSpec.Circles());
    private final Frame trained = Runs.trained(circles, Runs.TANH_16_16, 60);

    @Test
    void theRegionsHaveTheColorsOfTheirClasses() {
        int[] argb = draw(new FieldThumbnail(100, Theme.LIGHT, true, Set.of()));
        ClassColors colors = new ClassColors(2, Theme.LIGHT);

        assertThat(argb).hasSize(100 * 100);
        assertThat(argb[50 * 100 + 50]).isEqualTo(Fields.twoClassColor(colors, 0, true));
        assertThat(argb[2 * 100 + 2]).isEqualTo(Fields.twoClassColor(colors, 1, true));
    }

    @Test
    void aContourRunsBetweenTheRegions() {
        int[] argb = draw(new FieldThumbnail(100, Theme.LIGHT, true, Set.of()));
        ClassColors colors = new ClassColors(2, Theme.LIGHT);
        int middle = 50 * 100;

        assertThat(
                        Arrays.stream(argb, middle, middle + 50)
                                .filter(color ->
                                        color != Fields.twoClassColor(colors, 0, true)
                                                && color != Fields.twoClassColor(colors, 1, true)))
                .hasSizeBetween(1, 4)
                .allSatisfy(color -> assertThat(color & 0xff).isLessThan(0xc0));
    }

    @Test
    void pointsHaveTheFullColorOfTheirClass() {
        int[] argb = draw(new FieldThumbnail(200, Theme.DARK));
        Domain domain = Domain.HOME;
        int row = circles.row(0);
        int x = (int) (200 * domain.across(circles.dataset().samples().feature(row, 0)));
        int y = (int) (200 * domain.down(circles.dataset().samples().feature(row, 1)));
        int[] full = {
            new ClassColors(2, Theme.DARK).argb(0), new ClassColors(2, Theme.DARK).argb(1)
        };

        assertThat(argb[200 * y + x]).isIn(full[0], full[1]);
    }

    @Test
    void onlyThePointsOfTheWantedPartsAreDrawn() {
        int[] none = draw(new FieldThumbnail(120, Theme.LIGHT).withoutPoints());
        int[] some = draw(new FieldThumbnail(120, Theme.LIGHT, false, EnumSet.of(Part.TEST)));
        int[] more = draw(new FieldThumbnail(120, Theme.LIGHT, false, EnumSet.allOf(Part.class)));

        assertThat(different(none, some)).isPositive().isLessThan(different(none, more));
    }

    @Test
    void theSameThingIsDrawnTheSameTwice() {
        assertThat(draw(new FieldThumbnail(96, Theme.LIGHT)))
                .isEqualTo(draw(new FieldThumbnail(96, Theme.LIGHT)));
    }

    @Test
    void threeFeaturesAreDrawnOnThePlaneOfTheirPrincipalComponents() {
        Split split = Runs.split(3, 1, 2, 3, 4, 5, 6, 0, 1, 5);
        Frame frame = Runs.trained(split, Runs.SOFTMAX_REGRESSION, 50);

        int[] argb =
                new FieldThumbnail(96, Theme.LIGHT).draw(frame.mlp(), frame.parameters(), split);

        assertThat(Arrays.stream(argb).distinct().count()).isGreaterThan(20);
    }

    @Test
    void oneFeatureIsRefused() {
        Split split = Runs.split(1, 1, 2, 3, 4, 5, 6);
        Frame frame = Runs.trained(split, Runs.SOFTMAX_REGRESSION, 0);

        assertThat(FieldThumbnail.shows(split.dataset())).isFalse();
        assertThatThrownBy(() ->
                        new FieldThumbnail(96, Theme.LIGHT)
                                .draw(frame.mlp(), frame.parameters(), split))
                .hasMessage("Classes by one feature, and images, have no boundary.");
    }

    @Test
    void aSizeOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new FieldThumbnail(7, Theme.LIGHT))
                .hasMessageContaining("8 to 2048");
    }

    private int[] draw(FieldThumbnail thumbnail) {
        return thumbnail.draw(trained.mlp(), trained.parameters(), circles);
    }

    private static long different(int[] a, int[] b) {
        long count = 0;
        for (int i = 0; i < a.length; i++) {
            count += a[i] == b[i] ? 0 : 1;
        }
        return count;
    }
}
