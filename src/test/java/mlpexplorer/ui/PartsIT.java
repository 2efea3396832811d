package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.ui.controls.ThemeChoice;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Given parts, folds and scaling, chosen in the window.
class PartsIT extends WindowTestCase {

    /// Rows `x,y,label,part` of two separable classes.
    private Path file(String name, String head, int rows, String... parts) throws IOException {
        return Files.writeString(
                home.resolve(name),
                IntStream.range(0, rows)
                        .mapToObj(i ->
                                "%d,%d,%s%s"
                                        .formatted(
                                                i,
                                                (7 * i) % 5,
                                                i % 2 == 0 ? "a" : "b",
                                                parts.length == 0
                                                        ? ""
                                                        : "," + parts[i % parts.length]))
                        .collect(Collectors.joining("\n", head + "\n", "\n")));
    }

    private void openTable(Path path) {
        answer.set(Optional.of(path));
        click("#dataset-file");
        await(() -> lookup("#columns-card").query().isVisible());
    }

    private void closeCard() {
        clickOn("#columns-close");
        await(() -> !lookup("#columns-card").query().isVisible());
    }

    private String part(String button, Path path) {
        RunSpec before = workbench().spec();
        interact(() -> workbench().notice().show(""));
        answer.set(Optional.of(path));
        show(button);
        click(button);
        await(() ->
                !workbench().spec().equals(before)
                        || !workbench().notice().messageProperty().get().isEmpty());
        return workbench().notice().messageProperty().get();
    }

    private DataSpec.Csv csv() {
        return (DataSpec.Csv) workbench().spec().data();
    }

    @Test
    void filesOfTheValidationAndTestRowsAreChosenAndRemoved() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec());
        openTable(file("train.csv", "x,y,kind", 40));
        closeCard();
        await(() -> frame().split().dataset().rows() == 40);
        part("#validation-file", file("validation.csv", "x,y,kind", 10));
        await(() -> frame().split().validation().rows() == 10);
        part("#test-file", file("test.csv", "x,y,kind", 6));
        await(() -> frame().split().test().rows() == 6);
        assertThat(labelText("#data-parts")).isEqualTo("Training 40 · validation 10 · test 6 rows");
        RunSpec before = workbench().spec();
        String told = part("#test-file", file("other.csv", "x,z,kind", 6));
        assertThat(told).contains("other.csv").doesNotContain("\n");
        assertThat(workbench().spec()).isEqualTo(before);
        show("#validation-file-remove");
        click("#validation-file-remove");
        await(() -> csv().validationPath().isEmpty() && frame().split().test().rows() == 6);
        interact(workbench()::undo);
        await(() -> frame().split().validation().rows() == 10);
    }

    @Test
    void aPartColumnIsChosenAndAnUnknownWordIsTold() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec());
        openTable(file("parts.csv", "x,y,kind,part", 50, "train", "train", "val", "test"));
        ComboBox<?> part = lookup("#columns-part").queryComboBox();
        await(() -> frame().split().test().rows() == 12);
        assertThat(part.getSelectionModel().getSelectedIndex()).isEqualTo(4);
        interact(() -> part.getSelectionModel().selectFirst());
        await(() -> frame().split().test().rows() == 10);
        assertThat(part.getSelectionModel().getSelectedIndex()).isZero();
        interact(() -> part.getSelectionModel().selectLast());
        await(() ->
                workbench().spec().data() instanceof DataSpec.Csv csv
                        && csv.partColumn().isPresent()
                        && frame().split().test().rows() == 12);
        assertThat(labelText("#data-parts"))
                .isEqualTo("Training 26 · validation 12 · test 12 rows");
        closeCard();
        RunSpec before = workbench().spec();
        openTable(file("bad.csv", "x,y,kind,part", 50, "train", "train", "val", "holdout"));
        ComboBox<?> again = lookup("#columns-part").queryComboBox();
        interact(() -> again.getSelectionModel().selectLast());
        await(() -> lookup("#columns-problem").query().isVisible());
        assertThat(labelText("#columns-problem"))
                .endsWith(
                        "bad.csv, line 5, column 4 (part) is \"holdout\", but must be train,"
                                + " validation or test.");
        assertThat(workbench().spec()).isEqualTo(before);
    }

    @Test
    void foldsAreChosenUpToTheNumberOfRows() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec());
        openTable(file("few.csv", "x,y,kind", 12));
        closeCard();
        await(() -> frame().split().dataset().rows() == 12);
        show("#folds-check");
        clickOn("#folds-check");
        await(() -> workbench().spec().split().folds().isPresent());
        await(() -> frame().split().validation().rows() == 2);
        enter("#fold-field", "3");
        await(() -> workbench().spec().split().fold() == 3);
        show("#stratify");
        clickOn("#stratify");
        ComboBox<SplitSpec.Standardize> scaling = lookup("#standardize-field").queryComboBox();
        interact(() -> scaling.setValue(SplitSpec.Standardize.CENTER));
        await(() -> workbench().spec().split().standardize() == SplitSpec.Standardize.CENTER);
        assertThat(workbench().spec().split().stratify()).isTrue();
    }

    @Test
    void wordsCannotBeATarget() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec());
        openTable(file("words.csv", "x,y,kind", 40));
        CheckBox numeric = lookup("#columns-numeric").queryAs(CheckBox.class);
        assertThat(numeric.isDisabled()).isTrue();
    }
}
