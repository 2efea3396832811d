package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;

import mlpexplorer.Screenshots;
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
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.ui.controls.ThemeChoice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The window in its states looks as its thumbnails do.
class ScreenshotsIT extends WindowTestCase {
    /// Epochs per second: the next one comes after the test.
    private static final double STANDSTILL = 1e-4;

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
        interact(() -> {
            workbench().pace().limitProperty().set(STANDSTILL); // moves the slider to its slowest
            workbench().pace().limitProperty().set(STANDSTILL); // below the slowest of the slider
            workbench().play();
        });
        await(() -> epoch() == 1 && phase() instanceof Phase.Running);
        take("training-" + name(theme));
        interact(() -> workbench().pace().limitProperty().set(Double.POSITIVE_INFINITY));
        await(() -> phase() instanceof Phase.Finished);
        take("finished-" + name(theme));
        interact(() -> ((ScrollPane) lookup("#sidebar").query()).setVvalue(1));
        take("finished-lower-sidebar-" + name(theme));
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

    @Test
    void aSmallWindow() throws IOException {
        open(
                ThemeChoice.DARK,
                withEpochs(60, new RunSpec().withData(new DataSpec.Xor())),
                1024,
                640);
        trainToTheEnd();
        take("small");
        for (String page : List.of("sweep", "runs", "labs", "explore")) {
            click("#" + page + "-page-button");
            assertThat(stage().getScene().getRoot().minWidth(-1)).isLessThanOrEqualTo(1024);
        }
    }

    @Test
    void aDivergedRunAndOneOfZeros() throws IOException {
        open(
                ThemeChoice.DARK,
                spiral().withTraining(
                                spiral().training()
                                        .withOptimizer(new Optimizer.Sgd())
                                        .withRate(1000)));
        interact(() -> workbench().play());
        await(() -> phase() instanceof Phase.Diverged);
        take("diverged");
        interact(() ->
                workbench().change(_ -> withEpochs(20, Presets.named("zero-init").start().spec())));
        trainToTheEnd();
        take("zeros");
    }

    @Test
    void everyKnobOfTheSidebar() throws IOException {
        RunSpec usual = spiral();
        open(
                ThemeChoice.DARK,
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
        take("sidebar-middle");
        interact(() -> ((ScrollPane) lookup("#sidebar").query()).setVvalue(1));
        take("sidebar-lower");
    }

    @Test
    void helpAndPresets() throws IOException {
        open(ThemeChoice.DARK, new RunSpec());
        await(() -> epoch() == 0);
        push(KeyCode.F1);
        take("keys");
        push(KeyCode.ESCAPE);
        interact(() ->
                lookup("#menu-bar").queryAs(MenuBar.class).getMenus().stream()
                        .filter(menu -> menu.getId().equals("presets-menu"))
                        .forEach(Menu::show));
        take("presets-menu", listWindows().getLast().getScene());
        push(KeyCode.ESCAPE);
    }

    @Test
    void theSheetThatSavesAPicture() throws IOException {
        open(ThemeChoice.LIGHT, spiral());
        await(() -> epoch() == 0);
        interact(() -> ((Button) lookup("#save-decision-boundary-button").query()).fire());
        take("picture-sheet");
        Path other = home.resolve("out.png");
        answer.set(Optional.of(other));
        interact(() -> ((ToggleButton) lookup("#picture-theme-dark").query()).fire());
        interact(() -> ((Button) lookup("#picture-save-button").query()).fire());
        await(() -> Files.exists(other));
        Screenshots.check("picture-out", Files.readAllBytes(other));
    }

    @Test
    void theWindowOnAScreenOfTwiceTheDensity() throws IOException {
        open(ThemeChoice.LIGHT, spiral());
        trainToTheEnd();
        take("usual");
        Path twice = home.resolve("twice.png");
        answer.set(Optional.of(twice));
        choose("menu-file-save-window");
        interact(() -> ((Button) lookup("#picture-save-button").query()).fire());
        await(() -> Files.exists(twice));
        assertThat(new Image(twice.toUri().toString()).getWidth()).isEqualTo(2560);
    }

    static RunSpec withEpochs(int epochs, RunSpec spec) {
        TrainingSpec training = spec.training();
        return spec.withTraining(training.withStop(training.stop().withEpochs(epochs)));
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
