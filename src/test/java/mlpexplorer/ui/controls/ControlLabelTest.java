package mlpexplorer.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlLabelTest {

    @Test
    void partsAreNamedAfterTheWhole() {
        assertThat(new ControlLabel("Noise", "noise", "σ").part("field"))
                .isEqualTo(new ControlLabel("Noise", "noise-field", "σ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Noise", "noise level", "noise_level", "-noise", "noise-", "2nd"})
    void anIdThatIsNotKebabCaseIsRefused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ControlLabel("Noise", id, ""));
    }

    @Test
    void aBlankLabelIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ControlLabel(" ", "noise", ""));
    }
}
