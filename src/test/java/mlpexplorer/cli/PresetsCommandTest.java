package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import mlpexplorer.experiment.Presets;

import org.junit.jupiter.api.Test;

import java.io.IOException;

final class PresetsCommandTest {

    @Test
    void listsNamesTitlesAndWhatTheyReach() {
        Ran ran = Ran.with("presets");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith(
                        """
                        xor-softmax             XOR without a hidden layer
                                                expected: loss ln 2 = 0.6931, accuracy of 50% to 75%
                        """);
        assertThat(ran.out().lines()).hasSize(2 * Presets.all().size());
    }

    @Test
    void listsThemAsJson() throws IOException {
        assertThat(
                        new ObjectMapper()
                                .readTree(Ran.with("presets", "--json").out())
                                .findValuesAsText("name"))
                .containsExactlyElementsOf(
                        Presets.all().stream().map(preset -> preset.name()).toList());
    }
}
