package mlpexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionTest {

    @Test
    void partsAreNamedAfterTheWhole() {
        assertThat(new Caption("Noise", "noise", "σ").part("field")).isEqualTo(new Caption("Noise", "noise-field", "σ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Noise", "noise level", "noise_level", "-noise", "noise-", "2nd"})
    void anIdThatIsNotKebabCaseIsRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Caption("Noise", id, ""));
    }

    @Test
    void aBlankLabelIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Caption(" ", "noise", ""));
    }
}
