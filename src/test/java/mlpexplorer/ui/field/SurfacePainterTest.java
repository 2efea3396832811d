package mlpexplorer.ui.field;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Samples;
import mlpexplorer.ui.controls.ClassColors;
import mlpexplorer.ui.controls.Theme;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

class SurfacePainterTest {
    private static final int SIZE = 16;

    private static Split split(double... targets) {
        double[] features = new double[2 * targets.length];
        Arrays.setAll(features, i -> i);
        Dataset data =
                new Dataset(
                        Samples.ofTargets(features, 2, targets), List.of("x1", "x2"), List.of());
        return new Split(data, new SplitSpec(1, 0, 0, true), 1);
    }

    private static SurfacePainter painter(Split split, boolean discretize) {
        return (SurfacePainter) FieldPainter.of(split, Theme.LIGHT, discretize);
    }

    @Test
    void targetsOnBothSidesOfZeroHaveZeroInTheMiddle() {
        SurfacePainter painter = painter(split(-1, 0, 3, 0.5), false);

        assertThat(painter.low()).isEqualTo(-3);
        assertThat(painter.high()).isEqualTo(3);
        assertThat(painter.argb(0)).isEqualTo(new ClassColors(2, Theme.LIGHT).neutralArgb());
    }

    @Test
    void positiveTargetsGoFromTheSmallestToTheLargest() {
        SurfacePainter painter = painter(split(20, 50, 30, 40), false);

        assertThat(painter.low()).isEqualTo(20);
        assertThat(painter.high()).isEqualTo(50);
    }

    @Test
    void theFieldIsPaintedInTheUnitOfTheTargets() {
        Split split = split(-2, 2, -2, 2);
        SurfacePainter painter = painter(split, false);
        Field field = new Field();
        field.reshape(2, 1);
        Arrays.fill(field.logits(), 0.5f); // one deviation is 2
        int[] argb = new int[SIZE * SIZE];

        painter.paint(field, argb, SIZE);

        assertThat(argb).containsOnly(painter.argb(1));
    }

    @Test
    void discretizedColorsAreTen() {
        SurfacePainter painter = painter(split(-1, 1, 0, 0.5), true);

        assertThat(IntStream.rangeClosed(-1000, 1000).map(i -> painter.argb(i / 1000.0)).distinct())
                .hasSize(10);
    }

    @Test
    void aPainterFitsOnlyItsOwnData() {
        Split split = split(-1, 1, 0, 0.5);

        assertThat(painter(split, false).fits(split)).isTrue();
        assertThat(painter(split, false).fits(split(1, 2, 3, 4))).isFalse();
        assertThat(painter(split, false).fits(Runs.split(new DataSpec.Circles()))).isFalse();
    }
}
