package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.Presets.Preset;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.ui.controls.PngFile;
import mlpexplorer.ui.controls.ThemeChoice;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// The Sweep page, as a student uses it.
class SweepPageIT extends WindowTestCase {
    @BeforeEach
    void open() {
        open(
                ThemeChoice.LIGHT,
                SpecJson.set(new RunSpec(), List.of("training.stop.epochs=5", "data.samples=60")));
    }

    @Test
    void theCapacityLabRunsAtOneClickAndACellOpensItsRun() {
        click("#sweep-page-button");
        assertThat(lookup("#sidebar").query().isVisible()).isFalse();
        click("#sweep-run");
        await(() -> labelText("#sweep-status").startsWith("72 runs in "));
        click("#sweep-sheet-cell-6");
        assertThat(labelText("#sweep-detail-numbers")).contains("validation ").endsWith("3 runs");
        doubleClickOn("#sweep-sheet-cell-6");
        await(() -> !lookup("#sweep-page").query().isVisible());
        RunSpec opened = workbench().spec();
        assertThat(opened.model().hidden()).containsExactly(2);
        assertThat(opened.training().regularizer()).isEqualTo(new Regularizer.L2(1e-3));
        assertThat(lookup("#sweep-page").query().isVisible()).isFalse();
        assertThat(lookup("#sidebar").query().isVisible()).isTrue();
    }

    @Test
    void aWrongValueIsMarkedBeforeTheSweepIsRun() {
        click("#sweep-page-button");
        enter("#sweep-across-values-field", "8, x, -3");
        TextField values = lookup("#sweep-across-values-field").queryAs(TextField.class);
        assertThat(values.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("danger"));
        assertThat(labelText("#sweep-count"))
                .startsWith("\"x\" is not a valid value for Hidden units");
        assertThat(lookup("#sweep-run").query().isDisabled()).isTrue();
        enter("#sweep-across-values-field", "8, 16");
        assertThat(labelText("#sweep-count")).isEqualTo("8 combinations × 3 seeds = 24 runs");
        assertThat(lookup("#sweep-run").query().isDisabled()).isFalse();
    }

    @Test
    void myRunWithOtherSeedsIsKnownTheSecondTime() {
        click("#sweep-page-button");
        template(3);
        enter("#sweep-repeats-field", "4");
        assertThat(labelText("#sweep-count")).isEqualTo("4 runs");
        click("#sweep-run");
        await(() -> labelText("#sweep-status").startsWith("4 runs in "));
        click("#sweep-run");
        await(() -> labelText("#sweep-status").endsWith("all found in the database"));
    }

    @Test
    void aLockedTestSetIsNeitherShownNorSaved() throws IOException {
        Path csv = home.resolve("sweep.csv");
        answer.set(Optional.of(csv));
        click("#sweep-page-button");
        template(3);
        enter("#sweep-repeats-field", "1");
        click("#sweep-run");
        await(() -> labelText("#sweep-status").startsWith("1 run"));
        interact(this::lockTestSet);
        ComboBox<?> measure = lookup("#sweep-measure").queryAs(ComboBox.class);
        assertThat(measure.getItems())
                .extracting(Object::toString)
                .noneMatch(name -> name.startsWith("TEST_"));
        click("#sweep-save-table");
        await(() -> Files.exists(csv));
        List<String> lines = Files.readAllLines(csv);
        int column = List.of(lines.getFirst().split(",")).indexOf("test_accuracy");
        assertThat(lines.get(1).split(",")[column]).isEmpty();
        assertThat(lines.get(1).split(",")[column - 2]).isNotEmpty();
    }

    @Test
    void aPresetOfSeveralSeedsTrainsThemAtOnceAndShowsTheirBand() {
        Preset preset =
                new Preset("", "Seeds", "", "", new RunStart(workbench().spec()), List.of(), 3);
        interact(() -> explorer().showLesson(preset));
        await(() -> labelText("#sweep-status").startsWith("3 runs in "));
        assertThat(lookup("#sweep-seeds-sheet").query().isVisible()).isTrue();
        await(() -> !lookup("#sweep-loss-chart .curve-band").queryAll().isEmpty());
        assertThat(labelText("#sweep-count")).isEqualTo("3 runs");
    }

    private void lockTestSet() {
        lookup(".menu-bar").queryAs(MenuBar.class).getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item ->
                        item instanceof CheckMenuItem && item.getText().equals("Test-set lock"))
                .forEach(item -> ((CheckMenuItem) item).setSelected(true));
    }

    @Test
    void aWrongValueIsToldWhileTyping() {
        click("#sweep-page-button");
        enter("#sweep-across-values-field", "1,,2");
        assertThat(labelText("#sweep-count"))
                .startsWith("The axis model.hidden has an empty value");
        assertThat(lookup("#sweep-run").query().isDisabled()).isTrue();
        enter("#sweep-across-values-field", "1..3");
        assertThat(labelText("#sweep-count")).isEqualTo("12 combinations × 3 seeds = 36 runs");
        enter("#sweep-across-values-field", "1,-2");
        assertThat(labelText("#sweep-count"))
                .isEqualTo(
                        "\"-2\" is not a valid value for Hidden units. Enter values such as"
                                + " 1,2,4,8,16,32");
        assertThat(lookup("#sweep-run").query().isDisabled()).isTrue();
    }

    @Test
    void aSweepCanBeCanceledAndGoesOnWithTheRest() {
        click("#sweep-page-button");
        template(2);
        interact(() ->
                workbench()
                        .change(spec ->
                                spec.withTraining(
                                        spec.training()
                                                .withStop(
                                                        spec.training()
                                                                .stop()
                                                                .withEpochs(1_000_000_000)))));
        click("#sweep-run");
        assertThat(labelText("#sweep-run")).isEqualTo("Cancel");
        click("#sweep-run");
        await(() -> labelText("#sweep-status").startsWith("Stopped after 0 of 18 runs."));
        assertThat(labelText("#sweep-run")).isEqualTo("Run");
    }

    @Test
    void anotherPathCanBeTyped() {
        click("#sweep-page-button");
        template(2);
        choose("#sweep-across-parameter-field", "OTHER");
        enter("#sweep-across-path-field", "training.clip");
        enter("#sweep-across-values-field", "1,null");
        click("#sweep-run");
        await(() -> labelText("#sweep-status").startsWith("6 runs in "));
        tab("table");
        TableView<?> table = lookup("#sweep-table").queryTableView();
        assertThat(table.getItems()).hasSize(2);
        assertThat(table.getColumns().getFirst().getText()).isEqualTo("training.clip");
    }

    @Test
    void arrowKeysWalkFromCellToCell() {
        click("#sweep-page-button");
        click("#sweep-run");
        await(() -> labelText("#sweep-status").startsWith("72 runs in "));
        tab("map");
        click("#sweep-map-cell-0");
        type(KeyCode.RIGHT);
        type(KeyCode.DOWN);
        assertThat(labelText("#sweep-detail .strong")).isEqualTo("hidden 2, λ₂ 1e-4");
        type(KeyCode.ENTER);
        await(() -> !lookup("#sweep-page").query().isVisible());
        assertThat(workbench().spec().training().regularizer()).isEqualTo(new Regularizer.L2(1e-4));
    }

    @Test
    void theSheetIsSavedAsOnePictureAndTheRunsAsOneTable() throws IOException {
        click("#sweep-page-button");
        click("#sweep-run");
        await(() -> labelText("#sweep-status").startsWith("72 runs in "));
        Path picture = home.resolve("sheet.png");
        answer.set(Optional.of(picture));
        click("#sweep-save-picture");
        click("#picture-save-button");
        await(() -> Files.exists(picture));
        assertThat(PngFile.texts(picture)).containsEntry("Title", "sweep-sheet");
        assertThat(PngFile.texts(picture).get("mlp-explorer-spec"))
                .isEqualTo(SpecJson.write(Presets.named("circles-capacity").start().spec()));
        Files.createDirectories(Path.of("target", "screenshots"));
        Files.copy(
                picture,
                Path.of("target", "screenshots", "sweep-saved.png"),
                StandardCopyOption.REPLACE_EXISTING);
        tab("map");
        Path map = home.resolve("map.svg");
        answer.set(Optional.of(map));
        click("#sweep-save-picture");
        click("#picture-format-svg");
        click("#picture-save-button");
        await(() -> Files.exists(map));
        assertThat(map).content().contains("Validation accuracy: Hidden units", "<linearGradient");
        Files.copy(
                map,
                Path.of("target", "screenshots", "map.svg"),
                StandardCopyOption.REPLACE_EXISTING);
        Path table = home.resolve("runs.csv");
        answer.set(Optional.of(table));
        click("#sweep-save-table");
        await(() -> Files.exists(table));
        assertThat(Files.readAllLines(table))
                .hasSize(73)
                .first()
                .asString()
                .startsWith("model.hidden,training.regularizer.l2,repeat");
    }

    private void template(int index) {
        interact(() ->
                ((ComboBox<?>) lookup("#sweep-template-field").query())
                        .getSelectionModel()
                        .select(index));
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
        selectTab("#sweep-tabs", "sweep-" + name + "-tab");
    }
}
