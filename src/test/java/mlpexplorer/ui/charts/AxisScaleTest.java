package mlpexplorer.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AxisScaleTest {
    private static final AxisRange RANGE = new AxisRange(0.01, 100);

    @ParameterizedTest
    @EnumSource
    void theBoundsLieAtZeroAndOne(AxisScale scale) {
        assertThat(scale.fraction(0.01, RANGE)).isZero();
        assertThat(scale.fraction(100, RANGE)).isCloseTo(1, offset(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void aValueIsFoundAgainWhereItLies(AxisScale scale) {
        assertThat(scale.value(scale.fraction(3, RANGE), RANGE)).isCloseTo(3, offset(1e-12));
    }

    @Test
    void onALogarithmicAxisTheMiddleIsTheGeometricMean() {
        assertThat(AxisScale.LOG.fraction(1, RANGE)).isCloseTo(0.5, offset(1e-12));
    }

    @Test
    void onALogarithmicAxisZeroLiesInfinitelyFarDown() {
        assertThat(AxisScale.LOG.fraction(0, RANGE)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void aRangeNeedsTwoFiniteBoundsInOrder() {
        assertThatThrownBy(() -> new AxisRange(1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AxisRange(0, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AxisRange(0, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
