package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.IntStream;
import java.util.stream.Stream;

class ScaleTest {

    static Stream<Scale> scales() {
        return Stream.of(
                Scale.linear(1, 64, 1),
                Scale.linear(0, 0.5, 0.01),
                Scale.oneThreeTen(1e-5, 10),
                Scale.oneThreeTenFromZero(1e-5, 1),
                Scale.stops(1, 2, 4, 8, Double.POSITIVE_INFINITY));
    }

    private static double[] values(Scale scale) {
        return IntStream.rangeClosed(0, scale.last()).mapToDouble(scale::valueAt).toArray();
    }

    @Test
    void theLadderHasTheRungsOfTheLearningRate() {
        assertThat(values(Scale.oneThreeTen(1e-5, 10)))
                .containsExactly(
                        1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.3, 1, 3, 10);
    }

    @Test
    void aLadderFromZeroBeginsWithZero() {
        assertThat(values(Scale.oneThreeTenFromZero(0.1, 1))).containsExactly(0, 0.1, 0.3, 1);
    }

    @Test
    void linearStepsAreExactDecimals() {
        assertThat(Scale.linear(0, 0.5, 0.01).valueAt(35)).isEqualTo(0.35);
    }

    @ParameterizedTest
    @MethodSource("scales")
    void everyStopStandsAtItsOwnPosition(Scale scale) {
        for (int i = 0; i <= scale.last(); i++) {
            assertThat(scale.positionOf(scale.valueAt(i))).isCloseTo(i, within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("scales")
    void stepsGoFromStopToStopAndStayAtTheEnds(Scale scale) {
        for (int i = 0; i <= scale.last(); i++) {
            assertThat(scale.step(scale.valueAt(i), 1))
                    .isEqualTo(scale.valueAt(Math.min(i + 1, scale.last())));
            assertThat(scale.step(scale.valueAt(i), -1))
                    .isEqualTo(scale.valueAt(Math.max(i - 1, 0)));
        }
    }

    @Test
    void betweenTwoStopsAStepGoesToTheNearerOneOnThatSide() {
        Scale oneThreeTen = Scale.oneThreeTen(1e-5, 10);
        assertThat(oneThreeTen.step(0.02, 1)).isEqualTo(0.03);
        assertThat(oneThreeTen.step(0.02, -1)).isEqualTo(0.01);
    }

    @Test
    void betweenTwoStopsTheThumbFollowsTheLogarithm() {
        assertThat(Scale.stops(1, 100).positionOf(10)).isCloseTo(0.5, within(1e-12));
        assertThat(Scale.stops(0, 1).positionOf(0.25)).isEqualTo(0.25);
        assertThat(Scale.stops(1, 8, Double.POSITIVE_INFINITY).positionOf(1_000)).isEqualTo(1.5);
    }

    @Test
    void beyondTheStopsTheThumbStandsAtTheEnd() {
        assertThat(Scale.linear(1, 64, 1).positionOf(300)).isEqualTo(63);
        assertThat(Scale.oneThreeTen(0.1, 1).positionOf(1e-9)).isZero();
        assertThat(Scale.oneThreeTen(0.1, 1).positionOf(50)).isEqualTo(2);
    }

    @Test
    void aNudgeLeavesALinearScaleButNotItsSteps() {
        assertThat(Scale.linear(1, 64, 1).nudge(300, 1)).isEqualTo(301);
        assertThat(Scale.linear(0, 0.5, 0.01).nudge(0.125, 1)).isEqualTo(0.13);
    }

    @Test
    void stopsThatDoNotIncreaseAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Scale.stops(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Scale.stops(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Scale.linear(1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Scale.oneThreeTen(0, 1));
    }
}
