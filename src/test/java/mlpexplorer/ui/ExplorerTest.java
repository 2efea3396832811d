package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.css.CssParser;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunTables;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.LearningRateSchedule;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;
import mlpexplorer.training.StopRule;
import mlpexplorer.ui.fx.PngFile;
import mlpexplorer.ui.fx.Theme;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.workbench.Workbench;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window, driven by mouse and keys as a newcomer would.
class ExplorerTest extends ApplicationTest {
    @TempDir
    static Path folder;

    private final AtomicReference<Optional<Path>> answer = new AtomicReference<>(Optional.empty());
    private Explorer explorer;
    private Stage stage;

    @Override
    public void start(Stage shared) {
        stage = new Stage();
        CssParser.errorsProperty().clear();
        explorer = new Explorer(new RunSpec(), new Settings(folder.resolve("home-" + System.nanoTime())), (_, _) -> answer.get(), stage::close);
        stage.setScene(explorer.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1280);
        stage.setHeight(720);
        stage.show();
    }

    @AfterEach
    void close() {
        interact(explorer::close);
        interact(stage::hide);
    }

    @Test
    void theCurvesAreSavedWithAllTheirEpochs() throws Exception {
        Path file = folder.resolve("taken home.csv");
        answer.set(Optional.of(file));
        click("#train-button");
        await(() -> epoch() > 5);
        click("#train-button");
        await(() -> phase() instanceof Phase.Paused);
        click("#save-curves-button");
        await(() -> Files.exists(file));
        assertThat(Files.readString(file)).isEqualTo(RunTables.metrics(
                explorer.workbench().frameProperty().get().orElseThrow().log()));
        assertThat(Files.readAllLines(file).getFirst()).startsWith("epoch,update,seconds,train_loss,");
    }

    @Test
    void oneClickTrainsAndAnotherPauses() {
        click("#train-button");
        await(() -> epoch() > 3);
        assertThat(lookup("#train-button").queryAs(Button.class).getText()).isEqualTo("Pause");
        click("#train-button");
        await(() -> phase() instanceof Phase.Paused);
        assertThat(lookup("#train-button").queryAs(Button.class).getText()).isEqualTo("Train");
        assertThat(lookup("#status-phase").queryAs(Labeled.class).getText()).isEqualTo("Paused");
    }

    @Test
    void stepRewindAndNewSeedDoWhatTheySay() {
        click("#step-button");
        await(() -> epoch() == 1);
        click("#step-button");
        await(() -> epoch() == 2);
        click("#step-back-button");
        await(() -> epoch() == 1);
        assertThat(workbench().frameProperty().get().orElseThrow().lastEpoch()).isEqualTo(2);
        click("#rewind-button");
        await(() -> epoch() == 0 && phase() instanceof Phase.Ready);
        click("#new-seed-button");
        await(() -> workbench().spec().seeds().init() == 2);
    }

    @Test
    void theKeysWorkAnywhereButWhereOneTypes() {
        push(KeyCode.SPACE);
        await(() -> phase() instanceof Phase.Running);
        push(KeyCode.SPACE);
        await(() -> phase() instanceof Phase.Paused);
        long rested = epoch();
        push(KeyCode.RIGHT);
        await(() -> epoch() == rested + 1);
        push(KeyCode.LEFT);
        await(() -> epoch() == rested);
        push(KeyCode.R);
        await(() -> epoch() == 0);
        long seed = workbench().spec().seeds().init();
        doubleClickOn("#samples-field").write("n");
        assertThat(workbench().spec().seeds().init()).isEqualTo(seed);
    }

    @Test
    void draggingASliderWhileItTrainsRetrainsAtOnce() {
        click("#train-button");
        await(() -> epoch() > 3);
        Slider units = lookup("#hidden-layer-1-slider").queryAs(Slider.class);
        drag(units.lookup(".thumb")).moveBy(60, 0).moveBy(60, 0).drop();
        int wanted = workbench().spec().model().hidden().getFirst();
        assertThat(wanted).isGreaterThan(20);
        await(() -> trainedUnits() == wanted && phase() instanceof Phase.Finished);
    }

    @Test
    void oncePeopleTrainEachDatasetTrainsWhenItIsPicked() {
        click("#train-button");
        await(() -> epoch() > 1);
        for (String name : List.of("moons", "spiral", "gaussians", "xor", "xortable", "iris", "circles")) {
            long before = workbench().frameProperty().get().map(Frame::generation).orElse(0L);
            click("#dataset-" + name);
            await(() -> workbench().frameProperty().get().filter(frame -> frame.generation() > before && frame.epoch() > 1).isPresent());
        }
        assertThat(workbench().spec().data()).isInstanceOf(DataSpec.Circles.class);
    }

    @Test
    void layersCanBeAddedAndRemoved() {
        click("#add-layer");
        assertThat(workbench().spec().model().hidden()).containsExactly(8, 8, 8);
        click("#remove-layer-1");
        click("#remove-layer-1");
        click("#remove-layer-1");
        assertThat(workbench().spec().model().hidden()).isEmpty();
        assertThat(lookup("#parameter-count").queryAs(Labeled.class).getText()).contains("softmax regression");
    }

    @Test
    void choicesReachTheSpec() {
        choose("#activation-field", List.of(Activation.RELU));
        choose("#optimizer-field", new Optimizer.Adam());
        choose("#penalty-field", new Regularizer.L2());
        assertThat(workbench().spec().model().activation()).isEqualTo(List.of(Activation.RELU));
        assertThat(workbench().spec().training().optimizer()).isEqualTo(new Optimizer.Adam());
        assertThat(workbench().spec().training().regularizer()).isEqualTo(new Regularizer.L2());
        enter("#beta1-field", "0.8");
        enter("#lambda2-field", "0.25");
        assertThat(workbench().spec().training().optimizer()).isEqualTo(new Optimizer.Adam(0.8, 0.999, 1e-8));
        assertThat(workbench().spec().training().regularizer()).isEqualTo(new Regularizer.L2(0.25));
    }

    @Test
    void layersMayBeUnlike() {
        show("#activation-per-layer-check");
        click("#activation-per-layer-check");
        choose("#activation-2-field", Activation.RELU);
        assertThat(workbench().spec().model().activation()).containsExactly(Activation.TANH, Activation.RELU);
        assertThat(chosen("#activation-field")).isEqualTo("Tanh, ReLU");
        pick("#activation-field", "Sigmoid");
        assertThat(workbench().spec().model().activation()).containsExactly(Activation.SIGMOID);
        assertThat(lookup("#activation-field").queryAs(ComboBox.class).getItems().size()).isEqualTo(Activation.values().length);
        choose("#activation-1-field", Activation.GELU);
        click("#activation-per-layer-check");
        assertThat(workbench().spec().model().activation()).containsExactly(Activation.GELU);
    }

    @Test
    void eachLayerMayHaveItsOwnPenalty() {
        choose("#penalty-field", new Regularizer.L2());
        choose("#penalty-field", new Regularizer.PerLayer());
        enter("#layer-3-lambda1-field", "0.5");
        enter("#layer-1-lambda2-field", "2000");
        Regularizer.Lambdas usual = new Regularizer.Lambdas(0, 0.001);
        assertThat(workbench().spec().training().regularizer())
                .isEqualTo(new Regularizer.PerLayer(List.of(usual, usual, new Regularizer.Lambdas(0.5, 0.001))));
        assertThat(sentence("#layer-1-lambda2-error")).isEqualTo("2000 is out of range: 0 to 1,000");
        show("#add-layer");
        click("#add-layer");
        assertThat(lookup("#layer-4-lambda1-field").queryAs(TextField.class).getText()).isEqualTo("0.5");
    }

    @Test
    void everyScheduleHasItsKnobs() {
        choose("#schedule-field", new LearningRateSchedule.Step());
        enter("#schedule-factor-field", "0.9");
        enter("#schedule-epochs-field", "20");
        assertThat(workbench().spec().training().schedule()).isEqualTo(new LearningRateSchedule.Step(0.9, 20));
        choose("#schedule-field", new LearningRateSchedule.Exponential());
        enter("#schedule-decay-field", "0.95");
        assertThat(workbench().spec().training().schedule()).isEqualTo(new LearningRateSchedule.Exponential(0.95));
        choose("#schedule-field", new LearningRateSchedule.Cosine());
        enter("#schedule-span-field", "100");
        enter("#schedule-floor-field", "0.1");
        assertThat(workbench().spec().training().schedule()).isEqualTo(new LearningRateSchedule.Cosine(100, 0.1));
        choose("#schedule-field", new LearningRateSchedule.Warmup());
        enter("#schedule-warmup-field", "5");
        assertThat(workbench().spec().training().schedule()).isEqualTo(new LearningRateSchedule.Warmup(5));
        choose("#schedule-field", new LearningRateSchedule.LossRatio());
        enter("#schedule-window-field", "0");
        assertThat(workbench().spec().training().schedule()).isEqualTo(new LearningRateSchedule.LossRatio(100));
        assertThat(sentence("#schedule-window-error")).startsWith("0 is out of range");
    }

    @Test
    void clippingDropoutAndStoppingReachTheSpec() {
        show("#clip-check");
        click("#clip-check");
        enter("#clip-field", "5");
        assertThat(workbench().spec().training().clip()).contains(5.0);
        enter("#dropout-field", "25 %");
        assertThat(workbench().spec().training().dropout()).isEqualTo(0.25);
        show("#stop-section-header");
        click("#stop-section-header");
        enter("#epochs-field", "42");
        for (String rule : List.of("patience", "loss", "seconds")) {
            show("#stop-" + rule + "-check");
            click("#stop-" + rule + "-check");
        }
        assertThat(workbench().spec().training().stop())
                .isEqualTo(new StopRule(42, Optional.of(0.01), Optional.of(20), Optional.of(60.0)));
        click("#stop-loss-check");
        assertThat(workbench().spec().training().stop().loss()).isEmpty();
    }

    @Test
    void aWrongEntryShowsItsSentenceAndTheLastGoodSpecStays() {
        RunSpec before = workbench().spec();
        enter("#hidden-layer-1-field", "0");
        assertThat(sentence("#hidden-layer-1-error")).isEqualTo("0 is out of range: 1 to 1,024");
        enter("#rate-field", "NaN");
        assertThat(sentence("#rate-error")).contains("NaN");
        enter("#batch-field", "5000");
        assertThat(sentence("#batch-error")).isEqualTo("5,000 is more than the 180 training rows: 1 to 180, or full");
        assertThat(workbench().spec()).isEqualTo(before);
        enter("#batch-field", "full");
        assertThat(workbench().spec().training().batch()).isEqualTo(new BatchSize.Full());
    }

    @Test
    void everyPictureIsSavedFromItsButton() {
        for (String name : List.of("decision-boundary", "loss", "accuracy")) {
            Path file = folder.resolve(name + ".png");
            answer.set(Optional.of(file));
            click("#save-" + name + "-button");
            click("#picture-save-button");
            await(() -> Files.exists(file));
            assertThat(file).isNotEmptyFile();
        }
    }

    @Test
    void ctrlSSavesThePictureUnderTheMouseAndAChangedMindSavesNothing() {
        Path file = folder.resolve("by-key");
        moveTo("#accuracy-chart");
        push(KeyCode.CONTROL, KeyCode.S).push(KeyCode.ESCAPE);
        assertThat(lookup("#picture-sheet").tryQuery()).isEmpty();
        push(KeyCode.CONTROL, KeyCode.S).push(KeyCode.ENTER);
        assertThat(file).doesNotExist();
        answer.set(Optional.of(file));
        push(KeyCode.CONTROL, KeyCode.S).push(KeyCode.ENTER);
        await(() -> Files.exists(folder.resolve("by-key.png")));
    }

    @Test
    void aPictureFourTimesAsLargeHasFourTimesThePixelsAndTheSpecInside() throws IOException {
        BufferedImage small = saved("small.png", "#picture-scale-1");
        BufferedImage large = saved("large.png", "#picture-scale-4");
        assertThat((double) large.getWidth()).isCloseTo(4 * small.getWidth(), Offset.offset(4.0));
        assertThat((double) large.getHeight()).isCloseTo(4 * small.getHeight(), Offset.offset(4.0));
        Path file = folder.resolve("large.png");
        assertThat(SpecJson.read(PngFile.texts(file).get("mlp-explorer-spec"))).isEqualTo(workbench().spec());
        click("#save-loss-button");
        assertThat(lookup("#picture-scale-4").queryAs(ToggleButton.class).isSelected()).isTrue();
    }

    @Test
    void aDarkPictureOfALightWindowLeavesTheWindowLight() throws IOException {
        interact(() -> Theme.LIGHT.applyTo(stage.getScene()));
        Path file = folder.resolve("dark.png");
        answer.set(Optional.of(file));
        click("#save-loss-button");
        click("#picture-theme-dark");
        click("#picture-save-button");
        await(() -> Files.exists(file) && lookup("#curtain").tryQuery().isEmpty());
        assertThat(ImageIO.read(file.toFile()).getRGB(1, 1)).isEqualTo(0xff0d1117);
        assertThat(stage.getScene().getRoot().getStyleClass()).doesNotContain("dark");
    }

    @Test
    void aPictureThatCannotBeSavedIsToldInTheStatusLine() {
        answer.set(Optional.of(folder.resolve("missing-folder").resolve("x.png")));
        click("#save-loss-button");
        click("#picture-save-button");
        await(() -> workbench().noticeProperty().get().contains("x.png"));
        assertThat(workbench().noticeProperty().get()).startsWith("Cannot write");
    }

    @Test
    void changesAreTakenBackByKeyButAFieldBeingTypedInKeepsItsOwn() {
        enter("#rate-field", "0.1");
        enter("#samples-field", "200");
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(workbench().spec().data()).isEqualTo(new RunSpec().data());
        assertThat(workbench().spec().training().rate()).isEqualTo(0.1);
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(workbench().spec()).isEqualTo(new RunSpec());
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(workbench().spec().training().rate()).isEqualTo(0.1);
        write("7").push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(workbench().spec().training().rate()).isEqualTo(0.1);
        push(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(workbench().spec().data()).isNotEqualTo(new RunSpec().data());
    }

    @Test
    void aDivergedRunIsToldAndGoesOnAtOneClick() {
        assertThat(lookup("#doctor").query().isVisible()).isFalse();
        interact(() -> workbench().change(spec -> spec.withTraining(spec.training().withRate(1000))
                .withModel(new ModelSpec(List.of(32, 32), Activation.RELU, new Initializer.He()))));
        interact(() -> workbench().play());
        await(() -> phase() instanceof Phase.Diverged && lookup("#doctor").query().isVisible());
        assertThat(sentence("#doctor-title")).startsWith("Diverged in epoch");
        assertThat(sentence("#doctor-sentence")).contains("layer", "last good weights");
        click("#clip-button");
        assertThat(workbench().spec().training().clip()).contains(1.0);
        enter("#rate-field", "0.03");
        await(() -> epoch() > 3 && !lookup("#doctor").query().isVisible());
    }

    @Test
    void closingInTheMiddleOfTrainingEndsTheTrainer() {
        click("#train-button");
        await(() -> epoch() > 1);
        interact(explorer::close);
        await(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("trainer")));
    }

    @Test
    void noStyleIsRefused() {
        interact(() -> stage.getScene().getRoot().applyCss());
        click("#theme-button");
        click("#theme-button");
        assertThat(CssParser.errorsProperty()).isEmpty();
    }

    @Test
    void everythingTheKeyboardReachesHasAnIdAndAName() {
        // The lower thumb of a range slider is a part of that control's skin and named by it.
        Set<Node> reachable = lookup(
                (Node node) -> node.isFocusTraversable() && !node.getStyleClass().contains("low-thumb")).queryAll();
        assertThat(reachable).hasSizeGreaterThan(30).allSatisfy(node -> {
            assertThat(node.getId()).as(node.toString()).isNotEmpty();
            assertThat(node.getAccessibleText()).as(node.toString()).isNotEmpty();
        });
    }

    private BufferedImage saved(String name, String scale) throws IOException {
        Path file = folder.resolve(name);
        answer.set(Optional.of(file));
        click("#save-decision-boundary-button");
        click(scale);
        click("#picture-save-button");
        await(() -> Files.exists(file));
        return ImageIO.read(file.toFile());
    }

    /// Clicks and moves away, so that no tooltip opens under the mouse and takes the next click.
    private void click(String query) {
        clickOn(query);
        moveTo("#status-line");
    }

    /// The words on the button of a list.
    private String chosen(String query) {
        Node list = lookup(query).query();
        return list.lookupAll(".list-cell").stream().filter(cell -> cell.getParent() == list)
                .map(cell -> ((Labeled) cell).getText()).findFirst().orElseThrow();
    }

    /// By mouse.
    private void pick(String query, String words) {
        clickOn(query);
        clickOn((Node node) -> node instanceof ListCell<?> cell && words.equals(cell.getText()) && cell.isVisible());
    }

    /// Scrolls the sidebar until the control is in sight.
    private void show(String query) {
        interact(() -> {
            ScrollPane sidebar = lookup("#sidebar").queryAs(ScrollPane.class);
            Node control = lookup(query).query();
            sidebar.layout();
            double height = sidebar.getContent().getBoundsInLocal().getHeight() - sidebar.getViewportBounds().getHeight();
            double top = sidebar.getContent().sceneToLocal(control.localToScene(control.getBoundsInLocal())).getMinY();
            sidebar.setVvalue((top - 200) / height);
        });
    }

    private <T> void choose(String query, T choice) {
        interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<T> list = (ComboBox<T>) lookup(query).queryAs(ComboBox.class);
            list.setValue(choice);
        });
    }

    private void enter(String query, String text) {
        Node field = lookup(query).query();
        interact(() -> {
            field.requestFocus();
            ((TextField) field).selectAll();
        });
        write(text).push(KeyCode.ENTER);
    }

    private String sentence(String query) {
        return lookup(query).queryAs(Labeled.class).getText();
    }

    private int trainedUnits() {
        return workbench().frameProperty().get().orElseThrow().mlp().spec().hidden().getFirst();
    }

    private Workbench workbench() {
        return explorer.workbench();
    }

    private Phase phase() {
        return workbench().phaseProperty().get();
    }

    private long epoch() {
        return workbench().frameProperty().get().map(frame -> frame.metrics().epoch()).orElse(-1L);
    }

    private static void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("It did not happen within 20 s", e);
        }
    }
}
