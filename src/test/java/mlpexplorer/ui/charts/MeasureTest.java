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
    void theAxisOfR2EndsAt1AndStartsAtTheWorstFitButNotBelowMinus1() {
        assertThat(Measure.R2.range(AutoRange.UNIT, AxisScale.LINEAR, 0.1, 0.4).lower()).isZero();
        assertThat(Measure.R2.range(AutoRange.UNIT, AxisScale.LINEAR, -0.3, 0.4).lower())
                .isEqualTo(-0.5);
        assertThat(Measure.R2.range(AutoRange.UNIT, AxisScale.LINEAR, -40, 0.4).lower())
                .isEqualTo(-1);
        assertThat(Measure.R2.text(0.98333)).isEqualTo("0.983");
    }

    @Test
    void theAxisOfALossFollowsTheData() {
        assertThat(Measure.LOSS.range(AutoRange.UNIT, AxisScale.LINEAR, 0.1, 2.3))
                .isEqualTo(new AxisRange(0, 2.5));
        assertThat(Measure.LOSS.range(AutoRange.UNIT, AxisScale.LOG, 0.02, 2.3))
                .isEqualTo(new AxisRange(0.01, 2.5));
    }
}
