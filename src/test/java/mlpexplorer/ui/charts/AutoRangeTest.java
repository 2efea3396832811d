package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;
import java.util.stream.IntStream;

class AutoRangeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 5",
        "3, 5",
        "5, 5",
        "6, 6",
        "11, 12",
        "101, 120",
        "500, 500",
        "501, 600",
        "20001, 25000"
    })
    void theEpochAxisEndsOnARoundNumber(double last, double upper) {
        assertThat(AutoRange.ofX(last)).isEqualTo(new AxisRange(0, upper));
    }

    @Test
    void theEpochAxisMovesSeldomWhileARunGrows() {
        long steps = IntStream.rangeClosed(1, 100_000).mapToObj(AutoRange::ofX).distinct().count();
        assertThat(steps).isLessThan(50);
    }

    @ParameterizedTest
    @CsvSource({
        "0.693, 0.8",
        "2.303, 2.5",
        "1.0986, 1.2",
        "0.29, 0.3",
        "1e-7, 1.2e-7",
        "1e300, 1.2e300"
    })
    void theLossAxisBeginsAtZeroAndEndsAboveTheLargest(double largest, double upper) {
        assertThat(AutoRange.fromZero(new AxisRange(0, 1e-300), largest))
                .isEqualTo(new AxisRange(0, upper));
    }

    @Test
    void theLossAxisStandsStillWhileTheLargestLossWobbles() {
        Random random = new Random(3);
        AxisRange range = AutoRange.fromZero(AutoRange.UNIT, 1.6);
        long ranges = 1;
        for (int i = 0; i < 1_000; i++) {
            AxisRange next = AutoRange.fromZero(range, 1.55 + 0.1 * random.nextDouble());
            ranges += next.equals(range) ? 0 : 1;
            range = next;
        }
        assertThat(ranges).isEqualTo(1);
    }

    @Test
    void theLossAxisShrinksWhenMuchOfItIsEmpty() {
        assertThat(AutoRange.fromZero(new AxisRange(0, 10), 2)).isEqualTo(new AxisRange(0, 2.5));
    }

    @Test
    void withoutDataTheAxisStays() {
        AxisRange now = new AxisRange(0, 3);
        assertThat(AutoRange.fromZero(now, Double.NEGATIVE_INFINITY)).isEqualTo(now);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e308, Double.MAX_VALUE})
    void theLargestNumbersStillMakeARange(double largest) {
        assertThat(AutoRange.fromZero(AutoRange.UNIT, largest).span()).isFinite();
    }

    @Test
    void decadesReachFromThePowerOfTenBelowToAboveTheLargest() {
        assertThat(AutoRange.decades(AutoRange.UNIT, 0.0123, 2.3))
                .isEqualTo(new AxisRange(0.01, 2.5));
    }

    @Test
    void aLossOfZeroDoesNotStretchTheLogarithmWithoutEnd() {
        AxisRange range = AutoRange.decades(AutoRange.UNIT, 0, 1);
        assertThat(range.lower()).isCloseTo(1e-6, withPercentage(1e-6));
    }

    @Test
    void decadesStandStillWhileTheDataFit() {
        AxisRange range = AutoRange.decades(AutoRange.UNIT, 0.05, 1.5);
        assertThat(AutoRange.decades(range, 0.02, 1.4)).isEqualTo(range);
    }

    @Test
    void decadesWithoutDataAreARange() {
        assertThat(
                        AutoRange.decades(
                                        AutoRange.UNIT,
                                        Double.POSITIVE_INFINITY,
                                        Double.NEGATIVE_INFINITY)
                                .lower())
                .isPositive();
    }
}
