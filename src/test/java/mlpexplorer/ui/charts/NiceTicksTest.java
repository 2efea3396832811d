package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class NiceTicksTest {

    @ParameterizedTest
    @CsvSource({
        "1, 4, 0.25",
        "1.03, 4, 0.25",
        "1.2, 4, 0.5",
        "2.5, 5, 0.5",
        "500, 5, 100",
        "0.003, 6, 0.0005",
        "7, 10, 1"
    })
    void stepsAreRoundAndFewEnough(double span, int most, double step) {
        assertThat(NiceTicks.step(span, most)).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({"5, 10, 1", "5, 4, 2", "25, 10, 5", "12, 5, 5", "1000000, 6, 200000"})
    void countsHaveWholeSteps(double span, int most, double step) {
        assertThat(NiceTicks.wholeStep(span, most)).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "11, 12",
        "0.29, 0.3",
        "0.30000000000000004, 0.3",
        "0.31, 0.4",
        "1e-7, 1e-7",
        "9, 10"
    })
    void boundsAreRoundAndNotMuchAboveTheValue(double value, double bound) {
        assertThat(NiceTicks.bound(value)).isEqualTo(bound);
    }

    @Test
    void ticksBelowZeroAreMultiplesToo() {
        assertThat(NiceTicks.multiples(-6, 6, NiceTicks.step(12, 6)))
                .containsExactly(-6.0, -4.0, -2.0, 0.0, 2.0, 4.0, 6.0);
    }

    @Test
    void ticksAreTheMultiplesInsideTheRange() {
        assertThat(NiceTicks.multiples(0, 1.2, 0.5)).isEqualTo(List.of(0.0, 0.5, 1.0));
    }

    @Test
    void aTickOnTheUpperBoundIsNotLostToRounding() {
        assertThat(NiceTicks.multiples(0, 0.3, 0.1)).hasSize(4);
    }

    @Test
    void aLogarithmicAxisIsLabeledAtPowersOfTen() {
        assertThat(NiceTicks.decades(0.01, 2.5, 4)).isEqualTo(List.of(0.01, 0.1, 1.0));
    }

    @Test
    void manyDecadesAreLabeledEveryFew() {
        assertThat(NiceTicks.decades(1e-9, 1, 4)).isEqualTo(List.of(1e-9, 1e-6, 1e-3, 1.0));
    }

    @Test
    void aSingleDecadeIsLabeledBetweenAsWell() {
        assertThat(NiceTicks.decades(0.1, 1, 6)).isEqualTo(List.of(0.1, 0.2, 0.5, 1.0));
    }

    @Test
    void betweenDecadesLieEightMinorTicks() {
        assertThat(NiceTicks.betweenDecades(1, 10))
                .isEqualTo(List.of(2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0));
    }

    @Test
    void minorTicksAreLeftOutWhereTheyWouldCrowd() {
        assertThat(NiceTicks.betweenDecades(1e-9, 1)).isEmpty();
    }
}
