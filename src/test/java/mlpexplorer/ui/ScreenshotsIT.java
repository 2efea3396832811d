package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.controls.ThemeChoice;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Leaves pictures of the window in its states in `target/screenshots`, to be looked at.
class ScreenshotsIT extends WindowTestCase {
    @Override
    boolean trainsOtherSizes() {
        return true;
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void theStartTheTrainingAndTheEnd(ThemeChoice theme) throws IOException {
        open(theme, new RunSpec());
        await(() -> epoch() == 0);
        take("start-" + name(theme));
        interact(() -> workbench().play());
        await(() -> epoch() > 60);
        take("training-" + name(theme));
        interact(() -> workbench().pace().limitProperty().set(Double.POSITIVE_INFINITY));
        await(() -> phase() instanceof Phase.Finished);
        take("finished-" + name(theme));
        interact(() -> ((ScrollPane) lookup("#sidebar").query()).setVvalue(1));
        take("finished-lower-sidebar-" + name(theme));
        assertThat(PICTURES.resolve("finished-" + name(theme) + ".png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void aSolvedSpiralOnALargeWindow(ThemeChoice theme) throws IOException {
        open(theme, spiral());
        trainToTheEnd();
        takeLarge("spiral-large-" + name(theme), 1600, 1000);
        takeLarge("spiral-full-hd-" + name(theme), 1920, 1080);
        assertThat(frame().metrics().train().metric()).isGreaterThan(0.98);
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void aSmallWindow(ThemeChoice theme) throws IOException {
        open(theme, new RunSpec().withData(new DataSpec.Xor()), 1120, 640);
        interact(() -> workbench().play());
        await(() -> epoch() > 60);
        take("small-" + name(theme));
        assertThat(stage().getScene().getWidth()).isLessThanOrEqualTo(1120);
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void aDivergedRunAndOneOfZeros(ThemeChoice theme) throws IOException {
        open(
                theme,
                spiral().withTraining(
                                spiral().training()
                                        .withOptimizer(new Optimizer.Sgd())
                                        .withRate(1000)));
        interact(() -> workbench().play());
        await(() -> phase() instanceof Phase.Diverged);
        take("diverged-" + name(theme));
        interact(() -> workbench().change(_ -> Presets.named("zero-init").start().spec()));
        interact(() -> workbench().play());
        await(() -> epoch() > 20);
        take("zeros-" + name(theme));
        assertThat(PICTURES.resolve("zeros-" + name(theme) + ".png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void everyKnobOfTheSidebar(ThemeChoice theme) throws IOException {
        RunSpec usual = spiral();
        open(
                theme,
                usual.withModel(
                                new ModelSpec(
                                        List.of(32, 16),
                                        List.of(Activation.RELU, Activation.TANH),
                                        new Initializer.Gaussian()))
                        .withTraining(
                                usual.training()
                                        .withRegularizer(new Regularizer.PerLayer())
                                        .withDropout(0.2)
                                        .withSchedule(new LearningRateSchedule.Cosine())
                                        .withClip(Optional.of(1.0))));
        interact(
                () -> lookup("#stop-section-header").queryAs(ToggleButton.class).setSelected(true));
        await(() -> epoch() == 0);
        interact(() -> ((ScrollPane) lookup("#sidebar").query()).setVvalue(0.5));
        take("knobs-middle-" + name(theme));
        interact(() -> ((ScrollPane) lookup("#sidebar").query()).setVvalue(1));
        take("knobs-lower-" + name(theme));
        assertThat(PICTURES.resolve("knobs-lower-" + name(theme) + ".png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void helpAndPresets(ThemeChoice theme) throws IOException {
        open(theme, new RunSpec());
        await(() -> epoch() == 0);
        push(KeyCode.F1);
        take("keys-" + name(theme));
        push(KeyCode.ESCAPE);
        interact(() ->
                lookup("#menu-bar").queryAs(MenuBar.class).getMenus().stream()
                        .filter(menu -> menu.getId().equals("presets-menu"))
                        .forEach(Menu::show));
        take("presets-menu-" + name(theme), listWindows().getLast().getScene());
        push(KeyCode.ESCAPE);
        assertThat(PICTURES.resolve("keys-" + name(theme) + ".png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void theSheetThatSavesAPicture(ThemeChoice theme) throws IOException {
        open(theme, spiral());
        await(() -> epoch() == 0);
        interact(() -> ((Button) lookup("#save-decision-boundary-button").query()).fire());
        take("picture-sheet-" + name(theme));
        Path other = PICTURES.resolve("picture-out-of-" + name(theme) + ".png");
        Files.deleteIfExists(other);
        answer.set(Optional.of(other));
        interact(() ->
                ((ToggleButton)
                                lookup(
                                                theme == ThemeChoice.LIGHT
                                                        ? "#picture-theme-dark"
                                                        : "#picture-theme-light")
                                        .query())
                        .fire());
        interact(() -> ((Button) lookup("#picture-save-button").query()).fire());
        await(() -> Files.exists(other));
        assertThat(other).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void theWindowOnAScreenOfTwiceTheDensity(ThemeChoice theme) throws IOException {
        open(theme, spiral());
        trainToTheEnd();
        take("usual-" + name(theme));
        Path twice = PICTURES.resolve("twice-" + name(theme) + ".png");
        Files.deleteIfExists(twice);
        answer.set(Optional.of(twice));
        interact(() ->
                lookup("#menu-bar").queryAs(MenuBar.class).getMenus().getFirst().getItems().stream()
                        .filter(item -> "menu-file-save-window".equals(item.getId()))
                        .forEach(MenuItem::fire));
        interact(() -> ((Button) lookup("#picture-save-button").query()).fire());
        await(() -> Files.exists(twice));
        assertThat(new Image(twice.toUri().toString()).getWidth()).isEqualTo(2560);
    }

    /// Two hidden layers solve it in 500 epochs.
    static RunSpec spiral() {
        RunSpec usual =
                new RunSpec()
                        .withData(new DataSpec.Spiral(300, 3, 1.25, 0.05))
                        .withModel(
                                new ModelSpec(
                                        List.of(32, 32),
                                        Activation.TANH,
                                        new Initializer.Xavier()));
        return usual.withTraining(
                usual.training()
                        .withOptimizer(new Optimizer.Adam())
                        .withRate(0.01)
                        .withStop(usual.training().stop().withEpochs(500)));
    }
}
