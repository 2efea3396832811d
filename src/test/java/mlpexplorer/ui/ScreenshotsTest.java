package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.ParameterEdit;
import mlpexplorer.training.Phase;
import mlpexplorer.training.StopRule;
import mlpexplorer.ui.fx.PngFile;
import mlpexplorer.ui.fx.Theme;
import mlpexplorer.ui.fx.ThemeChoice;
import mlpexplorer.ui.images.SyntheticDigits;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.workbench.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// Leaves pictures of the window in its states in `target/screenshots`, to be looked at.
class ScreenshotsTest extends ApplicationTest {
    private void select(String id) {
        TabPane side = (TabPane) lookup("#side-tabs").query();
        side.getTabs().stream().filter(tab -> id.equals(tab.getId())).forEach(side.getSelectionModel()::select);
    }

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final ModelSpec SPIRAL_MODEL = new ModelSpec(List.of(32, 32), Activation.TANH, new Initializer.Xavier());

    @TempDir
    Path home;

    private Optional<Path> answer = Optional.empty();
    private Stage stage;
    private Explorer explorer;

    @Override
    public void start(Stage shared) {
        stage = new Stage();
    }

    @AfterEach
    void close() {
        interact(explorer::close);
        interact(stage::hide);
    }

    @Test
    void dataThatAreNoPlane() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec().withData(new DataSpec.Iris()), 1280, 720);
        interact(() -> workbench().autoTrainProperty().set(false));
        await(() -> epoch() == 0);
        take("iris");
        interact(() -> workbench().change(spec -> spec.withData(new DataSpec.Csv("data/spiral-2-arms.csv"))));
        await(() -> workbench().shapeProperty().get().isPresent() && epoch() == 0);
        take("csv-file");
        interact(() -> workbench().change(spec -> spec.withData(new DataSpec.Gaussians(300, 5, 0.1))));
        await(() -> workbench().frameProperty().get().orElseThrow().split().dataset().classes() == 5);
        take("gaussians");
        assertThat(PICTURES.resolve("gaussians.png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void theStartTheTrainingAndTheEnd(ThemeChoice theme) throws IOException {
        open(theme, new RunSpec(), 1280, 720);
        await(() -> epoch() == 0);
        take("start-" + name(theme));
        interact(() -> workbench().play());
        await(() -> epoch() > 60);
        take("training-" + name(theme));
        interact(() -> workbench().paceProperty().set(Double.POSITIVE_INFINITY));
        await(() -> workbench().phaseProperty().get() instanceof Phase.Finished);
        take("finished-" + name(theme));
        interact(() -> ((ScrollPane) lookup("#sidebar").query()).setVvalue(1));
        take("finished-lower-sidebar-" + name(theme));
        assertThat(PICTURES.resolve("finished-" + name(theme) + ".png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void aSolvedSpiralOnALargeWindow(ThemeChoice theme) throws IOException {
        open(theme, spiral(), 1280, 720);
        interact(() -> {
            workbench().paceProperty().set(Double.POSITIVE_INFINITY);
            workbench().play();
        });
        await(() -> workbench().phaseProperty().get() instanceof Phase.Finished);
        takeLarge("spiral-large-" + name(theme), 1600, 1000);
        assertThat(workbench().frameProperty().get().orElseThrow().metrics().train().accuracy()).isGreaterThan(0.98);
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void theSweepPage(ThemeChoice theme) throws IOException {
        open(theme, spiral(), 1280, 720);
        clickOn("#sweep-page-button").moveTo("#sweep-status");
        take("sweep-start-" + name(theme));
        clickOn("#sweep-run").moveTo("#sweep-status");
        await(() -> lookup("#sweep-status").queryLabeled().getText().startsWith("72 runs in"));
        clickOn("#sweep-sheet-cell-9").moveTo("#sweep-status");
        take("sweep-sheet-" + name(theme));
        for (String view : List.of("map", "curve", "table", "seeds")) {
            interact(() -> selectTab("#sweep-tabs", "sweep-" + view + "-tab"));
            take("sweep-" + view + "-" + name(theme));
        }
        assertThat(PICTURES.resolve("sweep-seeds-" + name(theme) + ".png")).isNotEmptyFile();
    }

    @Test
    void aSweepOfRatesSomeOfWhichDiverge() throws IOException {
        RunSpec quick = new RunSpec().withTraining(new RunSpec().training().withStop(new StopRule().withEpochs(40)));
        open(ThemeChoice.LIGHT, quick.withModel(new ModelSpec(List.of(8), Activation.RELU, new Initializer.He())), 1280, 720);
        clickOn("#sweep-page-button").moveTo("#sweep-status");
        interact(() -> {
            lookup("#sweep-recipe-field").queryComboBox().getSelectionModel().select(2);
            lookup("#sweep-across-values-field").queryTextInputControl().setText("0.001,0.01,0.1,1,10,100");
        });
        clickOn("#sweep-run").moveTo("#sweep-status");
        await(() -> lookup("#sweep-status").queryLabeled().getText().startsWith("18 runs in"));
        for (String view : List.of("sheet", "map", "curve")) {
            interact(() -> selectTab("#sweep-tabs", "sweep-" + view + "-tab"));
            take("sweep-rates-" + view);
        }
        interact(() -> selectTab("#sweep-tabs", "sweep-sheet-tab"));
        takeLarge("sweep-large", 1600, 1000);
        assertThat(PICTURES.resolve("sweep-rates-map.png")).isNotEmptyFile();
    }

    private void selectTab(String tabs, String id) {
        TabPane pane = lookup(tabs).query();
        pane.getTabs().stream().filter(tab -> tab.getId().equals(id)).forEach(pane.getSelectionModel()::select);
    }

    @Test
    void aSmallWindow() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec().withData(new DataSpec.Xor()), 1120, 640);
        interact(() -> workbench().play());
        await(() -> epoch() > 60);
        take("small-light");
        assertThat(stage.getScene().getWidth()).isLessThanOrEqualTo(1120);
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void theNetworkAndItsPast(ThemeChoice theme) throws IOException {
        open(theme, new RunSpec().withData(new DataSpec.Spiral(300, 2, 1.25, 0.05)).withTraining(spiral().training()), 1280, 720);
        interact(() -> {
            workbench().paceProperty().set(Double.POSITIVE_INFINITY);
            workbench().play();
            select("network-tab");
        });
        await(() -> workbench().phaseProperty().get() instanceof Phase.Finished);
        take("network-" + name(theme));
        interact(() -> workbench().seek(120));
        await(() -> epoch() == 120);
        take("network-past-" + name(theme));
        interact(() -> lookup("#side-tabs").query().requestFocus());
        type(KeyCode.TAB, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN);
        take("network-unit-" + name(theme));
        type(KeyCode.ENTER);
        take("network-editor-" + name(theme));
        assertThat(lookup("#network-editor").query().isVisible()).isTrue();
        type(KeyCode.ESCAPE);
        interact(() -> ((ToggleButton) lookup("#time-film").query()).setSelected(true));
        clickOn(".time-mark.best");
        take("film-" + name(theme));
        interact(() -> workbench().edit(new ParameterEdit(new ParameterPlace.Bias(1, 1), -2)));
        interact(() -> select("curves-tab"));
        interact(() -> workbench().stepEpoch());
        take("edited-" + name(theme));
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void aDivergedRunAndOneOfZeros(ThemeChoice theme) throws IOException {
        open(theme, spiral().withTraining(spiral().training().withOptimizer(new Optimizer.Sgd()).withRate(1000)), 1280, 720);
        interact(() -> workbench().play());
        await(() -> workbench().phaseProperty().get() instanceof Phase.Diverged);
        take("diverged-" + name(theme));
        interact(() -> workbench().change(_ -> Presets.named("zero-init").start().spec()));
        interact(() -> workbench().play());
        await(() -> epoch() > 20);
        take("zeros-" + name(theme));
        assertThat(PICTURES.resolve("zeros-" + name(theme) + ".png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void everyKnobOfTheSidebar(ThemeChoice theme) throws IOException {
        RunSpec usual = spiral();
        open(theme, usual.withModel(new ModelSpec(List.of(32, 16), List.of(Activation.RELU, Activation.TANH), new Initializer.Gaussian()))
                .withTraining(usual.training().withRegularizer(new Regularizer.PerLayer()).withDropout(0.2)
                        .withSchedule(new LearningRateSchedule.Cosine()).withClip(Optional.of(1.0))), 1280, 720);
        interact(() -> lookup("#stop-section-header").queryAs(ToggleButton.class).setSelected(true));
        await(() -> epoch() == 0);
        interact(() -> ((ScrollPane) lookup("#sidebar").query()).setVvalue(0.5));
        take("knobs-middle-" + name(theme));
        interact(() -> ((ScrollPane) lookup("#sidebar").query()).setVvalue(1));
        take("knobs-lower-" + name(theme));
        assertThat(PICTURES.resolve("knobs-lower-" + name(theme) + ".png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void helpAndPresets(ThemeChoice theme) throws IOException {
        open(theme, new RunSpec(), 1280, 720);
        await(() -> epoch() == 0);
        push(KeyCode.F1);
        take("keys-" + name(theme));
        push(KeyCode.ESCAPE);
        interact(() -> lookup("#menu-bar").queryAs(MenuBar.class).getMenus().stream()
                .filter(menu -> menu.getId().equals("presets-menu")).forEach(Menu::show));
        take("presets-menu-" + name(theme), listWindows().getLast().getScene());
        push(KeyCode.ESCAPE);
        assertThat(PICTURES.resolve("keys-" + name(theme) + ".png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void theSheetThatSavesAPicture(ThemeChoice theme) throws IOException {
        open(theme, spiral(), 1280, 720);
        await(() -> epoch() == 0);
        interact(() -> ((Button) lookup("#save-decision-boundary-button").query()).fire());
        take("picture-sheet-" + name(theme));
        Path other = PICTURES.resolve("picture-out-of-" + name(theme) + ".png");
        Files.deleteIfExists(other);
        answer = Optional.of(other);
        interact(() -> ((ToggleButton) lookup(theme == ThemeChoice.LIGHT ? "#picture-theme-dark" : "#picture-theme-light").query()).fire());
        interact(() -> ((Button) lookup("#picture-save-button").query()).fire());
        await(() -> Files.exists(other));
        assertThat(other).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void planesThroughIris(ThemeChoice theme) throws IOException {
        open(theme, new RunSpec().withData(new DataSpec.Iris()), 1280, 720);
        interact(() -> {
            lookup("#mistakes-check").queryAs(CheckBox.class).fire();
            selectTab("confusion-tab");
            workbench().play();
        });
        await(() -> epoch() > 25);
        interact(() -> workbench().pause());
        take("iris-components-" + name(theme));
        interact(() -> {
            lookup("#plane-across-field").<ComboBox<Integer>>query().setValue(2);
            lookup("#plane-up-field").<ComboBox<Integer>>query().setValue(3);
        });
        take("iris-features-" + name(theme));
        assertThat(PICTURES.resolve("iris-features-" + name(theme) + ".png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void zoomedWithRingsAndTwoClassesConfused(ThemeChoice theme) throws IOException {
        open(theme, new RunSpec().withData(new DataSpec.Circles(300, 0.5)), 1280, 720);
        interact(() -> {
            lookup("#mistakes-check").queryAs(CheckBox.class).fire();
            selectTab("confusion-tab");
            workbench().play();
        });
        await(() -> epoch() > 25);
        interact(() -> workbench().pause());
        take("rings-" + name(theme));
        interact(() -> lookup("#boundary-surface").query().requestFocus());
        write("++++");
        take("zoomed-" + name(theme));
        assertThat(PICTURES.resolve("zoomed-" + name(theme) + ".png")).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void picturesAsData(ThemeChoice theme) throws IOException {
        RunSpec digits = new RunSpec().withData(SyntheticDigits.write(home, 600))
                .withModel(new ModelSpec(List.of(24), Activation.TANH, new Initializer.Xavier()));
        open(theme, digits, 1280, 720);
        interact(() -> {
            selectTab("confusion-tab");
            workbench().play();
        });
        await(() -> epoch() > 8);
        interact(() -> workbench().pause());
        take("images-weights-" + name(theme));
        interact(() -> lookup("#images-mistakes").<ToggleButton>query().fire());
        take("images-mistakes-" + name(theme));
        interact(() -> lookup("#images-gallery").<ToggleButton>query().fire());
        take("images-gallery-" + name(theme));
        assertThat(PICTURES.resolve("images-gallery-" + name(theme) + ".png")).isNotEmptyFile();
    }

    private void selectTab(String id) {
        TabPane tabs = lookup("#side-tabs").queryAs(TabPane.class);
        tabs.getTabs().stream().filter(tab -> id.equals(tab.getId())).forEach(tabs.getSelectionModel()::select);
    }

    @ParameterizedTest
    @EnumSource(value = ThemeChoice.class, names = {"LIGHT", "DARK"})
    void curvesZoomedSmoothedAndPointedAt(ThemeChoice theme) throws IOException {
        open(theme, spiral(), 1280, 720);
        interact(() -> {
            workbench().paceProperty().set(Double.POSITIVE_INFINITY);
            workbench().play();
        });
        await(() -> workbench().phaseProperty().get() instanceof Phase.Finished);
        long generation = workbench().frameProperty().get().orElseThrow().generation();
        interact(() -> workbench().newSeed());
        await(() -> workbench().frameProperty().get().orElseThrow().generation() > generation
                && workbench().phaseProperty().get() instanceof Phase.Finished);
        Region plot = from(lookup("#loss-chart")).lookup(".chart-plot-background").queryAs(Region.class);
        moveTo(plot.localToScreen(plot.getWidth() * 0.4, plot.getHeight() * 0.6));
        take("curves-hover-" + name(theme));
        interact(() -> ((Slider) lookup("#curves-smoothing").query()).setValue(0.9));
        take("curves-smoothed-" + name(theme));
        interact(() -> ((ToggleButton) lookup("#log-loss-button").query()).setSelected(true));
        drag(plot.localToScreen(plot.getWidth() * 0.3, plot.getHeight() * 0.2), MouseButton.PRIMARY)
                .moveTo(plot.localToScreen(plot.getWidth() * 0.8, plot.getHeight() * 0.7));
        take("curves-box-" + name(theme));
        drop();
        take("curves-zoomed-log-" + name(theme));
        interact(() -> selectTab("histograms-tab"));
        take("histograms-" + name(theme));
        assertThat(PICTURES.resolve("curves-zoomed-log-" + name(theme) + ".png")).isNotEmptyFile();
    }

    private static RunSpec spiral() {
        RunSpec usual = new RunSpec().withData(new DataSpec.Spiral(300, 3, 1.25, 0.05)).withModel(SPIRAL_MODEL);
        return usual.withTraining(usual.training()
                .withOptimizer(new Optimizer.Adam()).withRate(0.01).withStop(usual.training().stop().withEpochs(500)));
    }

    private void open(ThemeChoice theme, RunSpec spec, double width, double height) {
        Settings settings = new Settings(home);
        settings.theme(theme);
        interact(() -> {
            explorer = new Explorer(spec, settings, (_, _) -> answer, () -> { });
            stage.setScene(explorer.scene());
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
        });
    }

    /// The headless screen is smaller than this, so the window's content is laid out in a scene of its own.
    private void takeLarge(String name, double width, double height) throws IOException {
        AtomicReference<Scene> large = new AtomicReference<>();
        interact(() -> {
            Parent content = explorer.scene().getRoot();
            explorer.scene().setRoot(new Region());
            Theme theme = content.getStyleClass().contains("dark") ? Theme.DARK : Theme.LIGHT;
            large.set(new Scene(new Region(), width, height));
            theme.applyTo(large.get());
            large.get().setRoot(content);
            theme.applyTo(large.get());
            large.get().snapshot(null);
        });
        take(name, large.get());
    }

    private void take(String name) throws IOException {
        take(name, stage.getScene());
    }

    /// Some pulses pass first, so that fields and curves on their way arrive.
    private void take(String name, Scene scene) throws IOException {
        for (int pulse = 0; pulse < 30; pulse++) {
            WaitForAsyncUtils.waitForFxEvents();
        }
        sleep(300);
        AtomicReference<WritableImage> picture = new AtomicReference<>();
        interact(() -> picture.set(scene.snapshot(null)));
        Files.createDirectories(PICTURES);
        PngFile.write(PICTURES.resolve(name + ".png"), picture.get(), Map.of());
    }

    private static String name(ThemeChoice theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    private Workbench workbench() {
        return explorer.workbench();
    }

    private long epoch() {
        return workbench().frameProperty().get().map(frame -> frame.metrics().epoch()).orElse(-1L);
    }

    private static void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("It did not happen within 30 s", e);
        }
    }
}
