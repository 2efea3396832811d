package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SplitPercentagesTest {

    @Test
    void fractionsAreRoundedToAWholeHundred() {
        assertThat(SplitPercentages.ofFractions(0.6, 0.2))
                .isEqualTo(new SplitPercentages(60, 20, 20));
        assertThat(SplitPercentages.ofFractions(1 / 3.0, 1 / 3.0))
                .isEqualTo(new SplitPercentages(33, 34, 33));
        assertThat(SplitPercentages.ofFractions(110 / 150.0, 40 / 150.0))
                .isEqualTo(new SplitPercentages(73, 27, 0));
    }

    @Test
    void partsThatDoNotMakeAHundredAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SplitPercentages(60, 20, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new SplitPercentages(120, -20, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SplitSlider.Minimums(60, 30, 20));
    }
}
