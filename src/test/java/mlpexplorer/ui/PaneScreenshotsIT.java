package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.training.ParameterEdit;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.images.SyntheticDigits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.List;

/// Compares individual panes in various states with their thumbnails.
class PaneScreenshotsIT extends WindowTestCase {
    @Test
    void dataThatAreNoPlane() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec().withData(new DataSpec.Iris()));
        interact(() -> workbench().autoTrainProperty().set(false));
        await(() -> epoch() == 0);
        take("iris");
        interact(() ->
                workbench()
                        .change(spec -> spec.withData(new DataSpec.Csv("data/spiral-2-arms.csv"))));
        await(() -> workbench().shapeProperty().get().isPresent() && epoch() == 0);
        take("csv-file");
        interact(() ->
                workbench().change(spec -> spec.withData(new DataSpec.Gaussians(300, 5, 0.1))));
        await(() -> frame().split().dataset().classes() == 5);
        take("gaussians");
    }

    @Test
    void theNetworkAndItsPast() throws IOException {
        open(
                ThemeChoice.DARK,
                new RunSpec()
                        .withData(new DataSpec.Spiral(300, 2, 1.25, 0.05))
                        .withTraining(ScreenshotsIT.spiral().training()));
        selectTab("#side-tabs", "network-tab");
        trainToTheEnd();
        take("network");
        interact(() -> workbench().seek(120));
        await(() -> epoch() == 120);
        take("network-past");
        interact(() -> lookup("#side-tabs").query().requestFocus());
        type(KeyCode.TAB, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN);
        take("network-unit");
        type(KeyCode.ENTER);
        take("network-editor");
        assertThat(lookup("#network-editor").query().isVisible()).isTrue();
        type(KeyCode.ESCAPE);
        interact(() -> ((ToggleButton) lookup("#time-animation").query()).setSelected(true));
        clickOn(".time-mark.best");
        take("animation");
        interact(() -> workbench().edit(new ParameterEdit(new ParameterPlace.Bias(1, 1), -2)));
        selectTab("#side-tabs", "curves-tab");
        interact(() -> workbench().stepEpoch());
        take("edited");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void theTextOfAPreset(ThemeChoice theme) throws IOException {
        open(theme, new RunSpec());
        await(() -> lookup("#lesson").tryQuery().isPresent() && hasPresets());
        choose("menu-preset-batch-lab");
        trainToTheEnd();
        Label text = lookup("#lesson-text").queryAs(Label.class);
        take("preset-" + name(theme));
        assertThat(isWhole(text)).isTrue();
        takeLarge("preset-full-hd-" + name(theme), 1920, 1080);
        assertThat(isWhole(text)).isTrue();
    }

    private boolean hasPresets() {
        return lookup(".menu-bar").<MenuBar>query().getMenus().stream()
                .anyMatch(
                        menu -> "presets-menu".equals(menu.getId()) && !menu.getItems().isEmpty());
    }

    private static boolean isWhole(Label text) {
        return ((Text) text.lookup(".text")).getText().equals(text.getText());
    }

    @Test
    void planesThroughIris() throws IOException {
        ringAndConfuse(ThemeChoice.LIGHT, new DataSpec.Iris());
        take("iris-components");
        interact(() -> {
            lookup("#plane-across-field").<ComboBox<Integer>>query().setValue(2);
            lookup("#plane-up-field").<ComboBox<Integer>>query().setValue(3);
        });
        take("iris-features");
    }

    @Test
    void zoomedWithRingsAndTwoClassesConfused() throws IOException {
        ringAndConfuse(ThemeChoice.DARK, new DataSpec.Circles(300, 0.5));
        take("rings");
        interact(() -> lookup("#boundary-surface").query().requestFocus());
        write("++++");
        take("zoomed");
    }

    /// Waits until the confusion matrix is that of the shown frame.
    private void awaitConfusion() {
        String accuracy = Numbers.percent(frame().metrics().validation().metric());
        await(() -> labelText("#confusion-accuracy").startsWith(accuracy));
    }

    /// Trains for a while with the mistakes circled and the confusion matrix visible.
    private void ringAndConfuse(ThemeChoice theme, DataSpec data) {
        open(theme, ScreenshotsIT.withEpochs(25, new RunSpec().withData(data)));
        interact(() -> {
            lookup("#mistakes-check").queryAs(CheckBox.class).fire();
            selectTab("#side-tabs", "confusion-tab");
        });
        trainToTheEnd();
        awaitConfusion();
    }

    @Test
    void picturesAsData() throws IOException {
        RunSpec digits =
                new RunSpec()
                        .withData(SyntheticDigits.write(home, 600))
                        .withModel(
                                new ModelSpec(
                                        List.of(24), Activation.TANH, new Initializer.Xavier()));
        open(ThemeChoice.LIGHT, ScreenshotsIT.withEpochs(8, digits));
        selectTab("#side-tabs", "confusion-tab");
        trainToTheEnd();
        awaitConfusion();
        take("images-weights");
        interact(() -> lookup("#images-mistakes").<ToggleButton>query().fire());
        take("images-mistakes");
        interact(() -> lookup("#images-gallery").<ToggleButton>query().fire());
        take("images-gallery");
    }

    @Test
    void curvesZoomedSmoothedAndPointedAt() throws IOException {
        open(ThemeChoice.DARK, ScreenshotsIT.spiral());
        trainToTheEnd();
        long generation = frame().generation();
        interact(() -> workbench().newSeed());
        await(() -> frame().generation() > generation && phase() instanceof Phase.Finished);
        Region plot =
                from(lookup("#loss-chart")).lookup(".chart-plot-background").queryAs(Region.class);
        moveTo(plot.localToScreen(plot.getWidth() * 0.4, plot.getHeight() * 0.6));
        take("curves-hover");
        interact(() -> ((Slider) lookup("#curves-smoothing").query()).setValue(0.9));
        take("curves-smoothed");
        interact(() -> ((ToggleButton) lookup("#log-loss-button").query()).setSelected(true));
        drag(plot.localToScreen(plot.getWidth() * 0.3, plot.getHeight() * 0.2), MouseButton.PRIMARY)
                .moveTo(plot.localToScreen(plot.getWidth() * 0.8, plot.getHeight() * 0.7));
        take("curves-box");
        drop();
        take("curves-zoomed-log");
        selectTab("#side-tabs", "histograms-tab");
        take("histograms");
    }
}
