package mlpexplorer.ui.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void ticksAreRoundNumbersInsideTheRange() {
        assertThat(Ticks.over(-6, 6, 6).values()).containsExactly(-6.0, -4.0, -2.0, 0.0, 2.0, 4.0, 6.0);
    }

    @Test
    void thereAreNoMoreStepsThanWanted() {
        assertThat(Ticks.over(-6, 6, 5).step()).isEqualTo(5);
    }

    @Test
    void labelsHaveAsManyDecimalsAsTheStep() {
        Ticks ticks = Ticks.over(-0.5, 1.5, 4);

        assertThat(ticks.values().mapToObj(ticks::label)).containsExactly("−0.5", "0", "0.5", "1.0", "1.5");
    }

    @Test
    void numbersBetweenTicksHaveTwoDecimalsMore() {
        assertThat(Ticks.over(-6, 6, 6).fine(-1.234)).isEqualTo("−1.23");
    }

    @Test
    void whatRoundsToZeroHasNoSign() {
        assertThat(Ticks.over(-6, 6, 6).fine(-0.001)).isEqualTo("0.00");
    }

    @Test
    void largeRangesHaveNoDecimals() {
        Ticks ticks = Ticks.over(0, 5000, 5);

        assertThat(ticks.values().mapToObj(ticks::label)).startsWith("0", "1,000", "2,000");
    }
}
