package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasureTest {

    @Test
    void theAxisOfAFractionAlwaysShowsAllOfIt() {
        AxisRange empty =
                Measure.FRACTION.range(
                        AutoRange.UNIT,
                        AxisScale.LINEAR,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY);
        AxisRange full = Measure.FRACTION.range(AutoRange.UNIT, AxisScale.LINEAR, 0.1, 0.4);
        assertThat(empty).isEqualTo(full);
        assertThat(full.lower()).isZero();
        assertThat(full.upper()).isBetween(1.0, 1.05);
    }

    @Test
    void aFractionIsWrittenInPercent() {
        assertThat(Measure.FRACTION.text(0.9833)).isEqualTo("98.3%");
        assertThat(Measure.FRACTION.tick(0.25, 0.25)).isEqualTo("25%");
    }

    @Test
    void theAxisOfALossFollowsTheData() {
        assertThat(Measure.LOSS.range(AutoRange.UNIT, AxisScale.LINEAR, 0.1, 2.3))
                .isEqualTo(new AxisRange(0, 2.5));
        assertThat(Measure.LOSS.range(AutoRange.UNIT, AxisScale.LOG, 0.02, 2.3))
                .isEqualTo(new AxisRange(0.01, 2.5));
    }
}
