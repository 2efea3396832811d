package mlpexplorer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mlpexplorer.data.DataSpec.Curve.Function;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Task;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.stream.IntStream;

class SurfacesTest {

    @Test
    void thePlaneRisesByATenthPerUnit() {
        Dataset data = new DataSpec.PlaneSurface(500, 0).generate(1);
        Samples rows = data.samples();
        assertThat(data.task()).isEqualTo(new Task.Regression());
        assertThat(data.featureNames()).containsExactly("x1", "x2");
        for (int row = 0; row < 500; row++) {
            assertThat(rows.feature(row, 0)).isBetween(-6.0, 6.0);
            assertThat(rows.target(row))
                    .isCloseTo((rows.feature(row, 0) + rows.feature(row, 1)) / 10, within(1e-15));
        }
    }

    @Test
    void hillsAreConesOfHeightOneAndRadiusTwo() {
        Samples rows = new DataSpec.HillsSurface(3000, 0).generate(1).samples();
        for (int row = 0; row < rows.rows(); row++) {
            double x1 = rows.feature(row, 0);
            double x2 = rows.feature(row, 1);
            double sign = (Math.abs(x1) < 2 ? -1 : 1) * (x2 > 0 ? 1 : -1);
            double center = Math.abs(x1) < 2 ? 0 : Math.copySign(4, x1);
            double distance = Math.hypot(x1 - center, Math.abs(x2) - 2.5);
            double expected = sign * Math.max(0, 1 - distance / 2);
            assertThat(rows.target(row)).as("(%s, %s)", x1, x2).isCloseTo(expected, within(1e-12));
        }
        assertThat(IntStream.range(0, 3000).mapToDouble(rows::target).max().orElseThrow())
                .isBetween(0.9, 1.0);
    }

    @ParameterizedTest
    @EnumSource(Function.class)
    void aCurveWithoutNoiseIsItsFunction(Function function) {
        Dataset data = new DataSpec.Curve(200, function, 0).generate(3);
        Samples rows = data.samples();
        assertThat(rows.columns()).isEqualTo(1);
        for (int row = 0; row < 200; row++) {
            double x = rows.feature(row, 0);
            double expected =
                    switch (function) {
                        case SINE -> Math.sin(x);
                        case STEP -> Math.signum(x);
                        case SINC -> Math.sin(2 * x) / (2 * x);
                        case CUBIC -> (x * x * x - 16 * x) / 64;
                    };
            assertThat(rows.target(row)).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void noiseOfACurveMovesTheTargetByItsDeviation() {
        Samples rows = new DataSpec.Curve(5000, Function.SINE, 0.2).generate(1).samples();
        double squares =
                IntStream.range(0, 5000)
                        .mapToDouble(row ->
                                Math.pow(rows.target(row) - Math.sin(rows.feature(row, 0)), 2))
                        .average()
                        .orElseThrow();
        assertThat(Math.sqrt(squares)).isCloseTo(0.2, within(0.01));
    }

    @Test
    void moreRowsDoNotMoveEarlierOnes() {
        Samples few = new DataSpec.HillsSurface(10, 0.1).generate(7).samples();
        Samples many = new DataSpec.HillsSurface(20, 0.1).generate(7).samples();
        for (int row = 0; row < 10; row++) {
            assertThat(many.feature(row, 1)).isEqualTo(few.feature(row, 1));
            assertThat(many.target(row)).isEqualTo(few.target(row));
        }
    }

    @Test
    void targetsAreStandardizedByTheTrainingPart() {
        Dataset data = new DataSpec.Curve(100, Function.CUBIC, 0.1).generate(1);
        Split split = new Split(data, new SplitSpec(), 1);
        assertThat(
                        IntStream.range(0, 60)
                                .mapToDouble(split.train()::target)
                                .average()
                                .orElseThrow())
                .isCloseTo(0, within(1e-14));
        assertThat(split.train().targetVariance()).isCloseTo(1, within(1e-13));
        assertThat(split.validation().targetVariance()).isNotCloseTo(1, within(1e-6));
        double raw = data.samples().target(split.row(0));
        assertThat(split.scaling().targetOf(split.train().target(0))).isCloseTo(raw, within(1e-15));
        assertThat(split.scaling().scaleTarget(raw)).isEqualTo(split.train().target(0));
        Split plain = new Split(data, new SplitSpec(0.6, 0.2, 0.2, false), 1);
        assertThat(plain.train().target(0)).isEqualTo(raw);
        assertThat(plain.scaling().targetDeviation()).isEqualTo(1);
    }
}
