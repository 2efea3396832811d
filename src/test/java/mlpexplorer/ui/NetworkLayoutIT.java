package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Input;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.controls.Visibility;

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
        assertThat(labelText("#parameter-count")).startsWith("3 – 8 – 8 – 2");
        click("#input-x1");
        click("#input-x2");
        click("#input-x1-squared");
        assertThat(inputs()).as("one stays").containsExactly(Input.X1_SQUARED);
        assertThat(lookup("#input-x1-squared").queryAs(ToggleButton.class).isSelected()).isTrue();
        await(() -> frame().mlp().inputs() == 1);
        interact(workbench()::undo);
        await(() -> frame().mlp().inputs() == 2);
        assertThat(lookup("#input-x2").queryAs(ToggleButton.class).isSelected()).isTrue();
        assertThat(labelText("#parameter-count")).startsWith("2 – 8 – 8 – 2");
    }

    @Test
    void tilesAreThereForTwoFeaturesOnly() {
        open(ThemeChoice.LIGHT, new RunSpec());
        interact(() -> lookup("#input-sin-x2").queryAs(ToggleButton.class).fire());
        assertThat(inputs()).containsExactly(Input.X1, Input.X2, Input.SIN_X2);
        interact(() -> workbench().change(spec -> spec.withData(new DataSpec.Iris())));
        assertThat(lookup("#inputs").query().getParent().isVisible()).isFalse();
        assertThat(labelText("#no-inputs")).contains("two features");
        assertThat(isShown("#no-inputs")).isTrue();
        assertThat(inputs()).isEmpty();
    }

    @Test
    void oneKeyShowsTheNetworkWithItsOutputAndBack() {
        open(ThemeChoice.LIGHT, new RunSpec());
        push(KeyCode.L);
        await(() -> isShown("#network-diagram"));
        for (String part : List.of("#boundary-surface", "#loss-chart", "#diagram-add-layer")) {
            assertThat(isShown(part)).as(part).isTrue();
        }
        assertThat(isShown("#accuracy-chart")).isFalse();
        push(KeyCode.L);
        await(() -> isShown("#accuracy-chart"));
        assertThat(isShown("#diagram-add-layer")).isFalse();
        selectTab("#side-tabs", "network-tab");
        await(() -> isShown("#network-diagram"));
        click("#network-layout-button");
        await(() -> isShown("#diagram-add-layer"));
        reopen();
        await(() -> isShown("#diagram-add-layer"));
    }

    @Test
    void buttonsAboveTheDiagramChangeLayersAndUnits() {
        open(ThemeChoice.LIGHT, new RunSpec());
        push(KeyCode.L);
        await(() -> isShown("#diagram-add-unit-2"));
        awaitStill(lookup("#diagram-add-unit-2").query());
        click("#diagram-add-unit-2");
        click("#diagram-remove-unit-1");
        assertThat(hidden()).containsExactly(7, 9);
        click("#diagram-add-layer");
        assertThat(hidden()).containsExactly(7, 9, 9);
        await(() -> isShown("#diagram-add-unit-3"));
        for (int layer = 0; layer < 3; layer++) {
            click("#diagram-remove-layer");
        }
        assertThat(hidden()).isEmpty();
        assertThat(lookup("#diagram-remove-layer").query().isDisabled()).isTrue();
        interact(workbench()::undo);
        assertThat(hidden()).containsExactly(7);
        await(() -> frame().mlp().spec().hidden().equals(List.of(7)));
        await(() -> isShown("#diagram-add-unit-1"));
    }

    @Test
    void aUnitIsPinnedToTheLargePlotByClickOrKey() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec());
        push(KeyCode.L);
        await(() -> isShown("#diagram-add-unit-2"));
        awaitStill(lookup("#diagram-add-unit-2").query());
        trainToTheEnd();
        interact(() -> lookup("#diagram-add-unit-2").query().requestFocus());
        push(KeyCode.TAB).push(KeyCode.DOWN).push(KeyCode.RIGHT).push(KeyCode.DOWN).push(KeyCode.P);
        assertThat(labelText(".boundary-title")).isEqualTo("Hidden 1, unit 2");
        assertThat(isShown("#boundary-unit-bar")).isTrue();
        take("network-layout-pinned");
        clickOn("#boundary-unpin-button");
        assertThat(labelText(".boundary-title")).doesNotContain("unit");
        assertThat(lookup("#boundary-unit-bar").tryQuery()).isEmpty();
        interact(() -> lookup("#diagram-add-unit-2").query().requestFocus());
        push(KeyCode.TAB).push(KeyCode.DOWN).push(KeyCode.RIGHT).push(KeyCode.P);
        assertThat(labelText(".boundary-title")).startsWith("Hidden 1, unit");
        interact(() ->
                workbench()
                        .change(spec ->
                                spec.withModel(
                                        new ModelSpec(
                                                List.of(),
                                                Activation.TANH,
                                                new Initializer.Xavier()))));
        await(() -> !labelText(".boundary-title").contains("unit"));
    }

    @Test
    void aPinnedUnitOfACurveReplacesThePrediction() {
        open(ThemeChoice.LIGHT, Presets.named("curve-capacity").start().spec());
        await(() -> isShown("#boundary-legend-prediction"));
        push(KeyCode.L);
        await(() -> isShown("#diagram-add-unit-1"));
        awaitStill(lookup("#diagram-add-unit-1").query());
        interact(() -> lookup("#diagram-add-unit-1").query().requestFocus());
        push(KeyCode.TAB).push(KeyCode.DOWN).push(KeyCode.RIGHT).push(KeyCode.P);
        await(() -> labelText(".boundary-title").startsWith("Hidden 1, unit"));
        assertThat(lookup("#boundary-legend-prediction").tryQuery()).isEmpty();
        clickOn("#boundary-unpin-button");
        await(() -> isShown("#boundary-legend-prediction"));
    }

    @Test
    void helpShowsTheManual() {
        open(ThemeChoice.LIGHT, new RunSpec());
        clickOn("#help-menu").clickOn("#menu-help-manual");
        assertThat(lookup(".manual-heading").queryAll()).isNotEmpty();
        push(KeyCode.ESCAPE);
        assertThat(lookup("#manual-sheet").tryQuery()).isEmpty();
    }

    @Test
    void defaultsComeBackAndCanBeUndone() {
        open(ThemeChoice.LIGHT, new RunSpec().withData(new DataSpec.Xor()));
        clickOn("#edit-menu").clickOn("#menu-edit-reset");
        assertThat(workbench().spec()).isEqualTo(new RunSpec());
        interact(workbench()::undo);
        assertThat(workbench().spec().data()).isEqualTo(new DataSpec.Xor());
    }

    private List<Integer> hidden() {
        return workbench().spec().model().hidden();
    }

    private boolean isShown(String id) {
        return lookup(id).tryQuery().filter(Visibility::now).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theNetworkLayoutLooksLikeThis(ThemeChoice theme) throws IOException {
        open(theme, new RunSpec());
        click("#input-x1-squared");
        push(KeyCode.L);
        trainToTheEnd();
        take("network-layout-" + name(theme));
        takeLarge("network-layout-large-" + name(theme), 1920, 1080);
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
