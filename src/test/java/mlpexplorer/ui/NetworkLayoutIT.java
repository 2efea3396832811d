package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ToggleButton;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Input;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.ui.controls.ThemeChoice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.List;

/// Computed inputs and the network layout of the Explore page.
class NetworkLayoutIT extends WindowTestCase {
    private List<Input> inputs() {
        return workbench().spec().split().inputs();
    }

    @Test
    void aClickOnATileTogglesAnInput() {
        open(ThemeChoice.LIGHT, new RunSpec());
        click("#input-x1-squared");
        assertThat(inputs()).containsExactly(Input.X1, Input.X2, Input.X1_SQUARED);
        assertThat(words("#parameter-count")).startsWith("3 – 8 – 8 – 2");
        click("#input-x1");
        click("#input-x2");
        click("#input-x1-squared");
        assertThat(inputs()).as("one stays").containsExactly(Input.X1_SQUARED);
        assertThat(lookup("#input-x1-squared").queryAs(ToggleButton.class).isSelected()).isTrue();
        await(() -> frame().mlp().inputs() == 1);
        interact(workbench()::undo);
        await(() -> frame().mlp().inputs() == 2);
        assertThat(lookup("#input-x2").queryAs(ToggleButton.class).isSelected()).isTrue();
        assertThat(words("#parameter-count")).startsWith("2 – 8 – 8 – 2");
    }

    @Test
    void tilesAreThereForTwoFeaturesOnly() {
        open(ThemeChoice.LIGHT, new RunSpec());
        interact(() -> lookup("#input-sin-x2").queryAs(ToggleButton.class).fire());
        assertThat(inputs()).containsExactly(Input.X1, Input.X2, Input.SIN_X2);
        interact(() -> workbench().change(spec -> spec.withData(new DataSpec.Iris())));
        assertThat(lookup("#inputs").query().getParent().isVisible()).isFalse();
        assertThat(inputs()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void tilesShowTheirFields(ThemeChoice theme) throws IOException {
        open(theme, new RunSpec());
        click("#input-x1-squared");
        click("#input-product");
        selectTab("#side-tabs", "network-tab");
        trainToTheEnd();
        take("inputs-" + name(theme));
    }
}
