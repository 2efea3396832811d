package mlpexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PartsTest {

    @Test
    void fractionsAreRoundedToAWholeHundred() {
        assertThat(Parts.ofFractions(0.6, 0.2)).isEqualTo(new Parts(60, 20, 20));
        assertThat(Parts.ofFractions(1 / 3.0, 1 / 3.0)).isEqualTo(new Parts(33, 34, 33));
        assertThat(Parts.ofFractions(110 / 150.0, 40 / 150.0)).isEqualTo(new Parts(73, 27, 0));
    }

    @Test
    void partsThatDoNotMakeAHundredAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Parts(60, 20, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new Parts(120, -20, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SplitSlider.Least(60, 30, 20));
    }
}
