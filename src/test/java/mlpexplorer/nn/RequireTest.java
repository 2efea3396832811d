package mlpexplorer.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class RequireTest {

    @Test
    void letsTheEndsOfARangeThrough() {
        assertThat(Require.between("rate", 1000.0, 1e-12, 1000)).isEqualTo(1000);
    }

    @Test
    void namesValueAndRangeWithSmallNumbersReadable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.between("rate", 1000.0000001, 1e-12, 1000))
                .withMessage("rate is 1,000.0000001, but must be from 1e-12 to 1,000.");
    }

    @Test
    void refusesWhatIsNotANumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.between("rate", Double.NaN, 1e-12, 1000))
                .withMessage("rate is NaN, but must be from 1e-12 to 1,000.");
    }

    @Test
    void writesWholeNumbersInFull() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.between("epochs", 0, 1, 1_000_000_000))
                .withMessage("epochs is 0, but must be from 1 to 1,000,000,000.");
    }

    @Test
    void refusesAnOpenEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Require.below("dropout", 1, 0, 1))
                .withMessage("dropout is 1, but must be at least 0 and below 1.");
    }
}
