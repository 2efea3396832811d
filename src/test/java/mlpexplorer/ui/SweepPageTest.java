package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.ui.fx.PngFile;
import mlpexplorer.ui.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// The page of sweeps in the window, as a student uses it.
class SweepPageTest extends ApplicationTest {
    @TempDir
    Path folder;

    private final AtomicReference<Optional<Path>> answer = new AtomicReference<>(Optional.empty());
    private Explorer explorer;
    private Stage stage;

    @Override
    public void start(Stage shared) {
        stage = new Stage();
        RunSpec quick = SpecJson.set(new RunSpec(), List.of("training.stop.epochs=5", "data.samples=60"));
        explorer = new Explorer(quick, new Settings(folder.resolve("home")), (_, _) -> answer.get(), stage::close);
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
    void theCapacityLabRunsAtOneClickAndACellOpensItsRun() {
        click("#sweep-page-button");
        assertThat(lookup("#sidebar").query().isVisible()).isFalse();
        click("#sweep-run");
        await(() -> text("#sweep-status").startsWith("72 runs in "));
        click("#sweep-sheet-cell-6");
        assertThat(text("#sweep-detail-numbers")).contains("validation ").endsWith("3 runs");
        doubleClickOn("#sweep-sheet-cell-6");
        RunSpec opened = explorer.workbench().spec();
        assertThat(opened.model().hidden()).containsExactly(2);
        assertThat(opened.training().regularizer()).isEqualTo(new Regularizer.L2(1e-3));
        assertThat(lookup("#sweep-page").query().isVisible()).isFalse();
        assertThat(lookup("#sidebar").query().isVisible()).isTrue();
    }

    @Test
    void myRunWithOtherSeedsIsKnownTheSecondTime() {
        click("#sweep-page-button");
        recipe(3);
        type("#sweep-repeats-field", "4");
        assertThat(text("#sweep-count")).isEqualTo("4 runs");
        click("#sweep-run");
        await(() -> text("#sweep-status").startsWith("4 runs in "));
        click("#sweep-run");
        await(() -> text("#sweep-status").endsWith("4 of them known already"));
    }

    @Test
    void aLockedTestSetIsNeitherShownNorSaved() throws IOException {
        Path csv = folder.resolve("sweep.csv");
        answer.set(Optional.of(csv));
        click("#sweep-page-button");
        recipe(3);
        type("#sweep-repeats-field", "1");
        click("#sweep-run");
        await(() -> text("#sweep-status").startsWith("1 run"));
        interact(this::lockTestSet);
        ComboBox<?> measure = lookup("#sweep-measure").queryAs(ComboBox.class);
        assertThat(measure.getItems()).extracting(Object::toString).noneMatch(name -> name.startsWith("TEST_"));
        click("#sweep-save-table");
        await(() -> Files.exists(csv));
        List<String> lines = Files.readAllLines(csv);
        int column = List.of(lines.getFirst().split(",")).indexOf("test_accuracy");
        assertThat(lines.get(1).split(",")[column]).isEmpty();
        assertThat(lines.get(1).split(",")[column - 2]).isNotEmpty();
    }

    private void lockTestSet() {
        lookup(".menu-bar").queryAs(MenuBar.class).getMenus().stream().flatMap(menu -> menu.getItems().stream())
                .filter(item -> item instanceof CheckMenuItem && item.getText().equals("Test-set lock"))
                .forEach(item -> ((CheckMenuItem) item).setSelected(true));
    }

    @Test
    void aWrongValueIsToldWhileTyping() {
        click("#sweep-page-button");
        type("#sweep-across-values-field", "1,,2");
        assertThat(text("#sweep-count")).startsWith("The axis model.hidden has an empty value");
        assertThat(lookup("#sweep-run").query().isDisabled()).isTrue();
        type("#sweep-across-values-field", "1..3");
        assertThat(text("#sweep-count")).isEqualTo("12 combinations × 3 seeds = 36 runs");
        type("#sweep-across-values-field", "1,-2");
        click("#sweep-run");
        assertThat(text("#sweep-status")).isEqualTo("model.hidden[0] is -2, but must be from 1 to 1,024.");
    }

    @Test
    void aSweepCanBeCancelledAndGoesOnWithTheRest() {
        click("#sweep-page-button");
        recipe(2);
        interact(() -> explorer.workbench().change(
                spec -> spec.withTraining(spec.training().withStop(spec.training().stop().withEpochs(1_000_000_000)))));
        click("#sweep-run");
        assertThat(text("#sweep-run")).isEqualTo("Cancel");
        click("#sweep-run");
        await(() -> text("#sweep-status").startsWith("Stopped after 0 of 18 runs."));
        assertThat(text("#sweep-run")).isEqualTo("Run");
    }

    @Test
    void anotherPathCanBeTyped() {
        click("#sweep-page-button");
        recipe(2);
        choose("#sweep-across-knob-field", "OTHER");
        type("#sweep-across-path-field", "training.clip");
        type("#sweep-across-values-field", "1,null");
        click("#sweep-run");
        await(() -> text("#sweep-status").startsWith("6 runs in "));
        tab("table");
        TableView<?> table = lookup("#sweep-table").queryTableView();
        assertThat(table.getItems()).hasSize(2);
        assertThat(table.getColumns().getFirst().getText()).isEqualTo("training.clip");
    }

    @Test
    void arrowKeysWalkFromCellToCell() {
        click("#sweep-page-button");
        click("#sweep-run");
        await(() -> text("#sweep-status").startsWith("72 runs in "));
        tab("map");
        click("#sweep-map-cell-0");
        type(KeyCode.RIGHT);
        type(KeyCode.DOWN);
        assertThat(text("#sweep-detail .strong")).isEqualTo("hidden 2, λ₂ 1e-4");
        type(KeyCode.ENTER);
        assertThat(explorer.workbench().spec().training().regularizer()).isEqualTo(new Regularizer.L2(1e-4));
    }

    @Test
    void theSheetIsSavedAsOnePictureAndTheRunsAsOneTable() throws IOException {
        click("#sweep-page-button");
        click("#sweep-run");
        await(() -> text("#sweep-status").startsWith("72 runs in "));
        Path picture = folder.resolve("sheet.png");
        answer.set(Optional.of(picture));
        click("#sweep-save-picture");
        click("#picture-save-button");
        await(() -> Files.exists(picture));
        assertThat(PngFile.texts(picture)).containsEntry("Title", "sweep-sheet");
        assertThat(PngFile.texts(picture).get("mlp-explorer-spec")).isEqualTo(
                SpecJson.write(Presets.named("circles-capacity").start().spec()));
        Files.createDirectories(Path.of("target", "screenshots"));
        Files.copy(picture, Path.of("target", "screenshots", "sweep-saved.png"), StandardCopyOption.REPLACE_EXISTING);
        Path table = folder.resolve("runs.csv");
        answer.set(Optional.of(table));
        click("#sweep-save-table");
        await(() -> Files.exists(table));
        assertThat(Files.readAllLines(table)).hasSize(73).first().asString().startsWith("model.hidden,training.regularizer.l2,repeat");
    }

    private void recipe(int index) {
        interact(() -> ((ComboBox<?>) lookup("#sweep-recipe-field").query()).getSelectionModel().select(index));
    }

    private void choose(String combo, String name) {
        interact(() -> {
            ComboBox<?> box = lookup(combo).query();
            for (int i = 0; i < box.getItems().size(); i++) {
                if (box.getItems().get(i).toString().equals(name)) {
                    box.getSelectionModel().select(i);
                }
            }
        });
    }

    private void tab(String name) {
        interact(() -> {
            TabPane tabs = lookup("#sweep-tabs").query();
            tabs.getTabs().stream().filter(tab -> tab.getId().equals("sweep-" + name + "-tab")).forEach(tabs.getSelectionModel()::select);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void type(String field, String text) {
        TextField target = lookup(field).query();
        interact(target::requestFocus);
        interact(target::selectAll);
        write(text);
        push(KeyCode.ENTER);
    }

    /// A tooltip under the mouse would eat the next click.
    private void click(String id) {
        clickOn(id).moveTo("#sweep-status");
    }

    private String text(String id) {
        Node node = lookup(id).query();
        return ((Labeled) node).getText();
    }

    private static void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("It did not happen within 30 s", e);
        }
    }
}
