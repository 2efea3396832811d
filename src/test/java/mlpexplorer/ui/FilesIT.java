package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;

import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.controls.Visibility;
import mlpexplorer.ui.files.FileActions;
import mlpexplorer.ui.workbench.Notice;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Files that come into the window and go out of it.
class FilesIT extends WindowTestCase {

    @Test
    void aTableIsOpenedFromThePickerAndABadOneChangesNothing() throws IOException {
        open(ThemeChoice.DARK, new RunSpec());
        answer.set(Optional.of(Files.writeString(home.resolve("dots.csv"), table())));
        click("#dataset-file");
        await(() -> workbench().spec().data() instanceof DataSpec.Csv);
        await(() -> frame().split().dataset().rows() == 40);
        assertThat(labelText("#status-notice"))
                .isEqualTo("Opened dots.csv: 40 rows, 2 features, 2 classes");
        assertThat(workbench().notice().toneProperty().get()).isEqualTo(Notice.Level.DONE);
        RunSpec before = workbench().spec();
        answer.set(Optional.of(Files.writeString(home.resolve("bad.csv"), "1,2,a\n3,x,b\n")));
        click("#dataset-file");
        await(() -> lookup("#columns-problem").query().isVisible());
        assertThat(labelText("#columns-problem")).contains("bad.csv", "line 2");
        assertThat(workbench().spec()).isEqualTo(before);
        take("file-refused");
        interact(() -> lookup("#drop-hint").query().setVisible(true));
        take("drop-hint");
        interact(() -> lookup("#drop-hint").query().setVisible(false));
        click("#dataset-mnist");
        Node card = lookup("#mnist-card").query();
        await(card::isVisible);
        take("mnist-card");
        assertThat(workbench().spec()).isEqualTo(before);
    }

    @Test
    void escapeHidesTheCardWhereverTheFocusIs() {
        open(ThemeChoice.LIGHT, new RunSpec());
        for (String elsewhere :
                List.of("#loss-chart", "#boundary-plot", "#samples-field", "#train-button")) {
            click("#dataset-mnist");
            assertThat(card().isVisible()).isTrue();
            interact(() -> lookup(elsewhere).query().requestFocus());
            push(KeyCode.ESCAPE);
            assertThat(card().isVisible()).as(elsewhere).isFalse();
        }
        click("#dataset-mnist");
        clickOn("#samples-field").write("77").push(KeyCode.ESCAPE);
        assertThat(card().isVisible()).isTrue();
        push(KeyCode.ESCAPE);
        assertThat(card().isVisible()).isFalse();
    }

    @Test
    void theCardsBelongToTheExplorePage() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec());
        click("#dataset-mnist");
        click("#runs-page-button");
        assertThat(Visibility.now(card())).isFalse();
        click("#explore-page-button");
        assertThat(Visibility.now(card())).isTrue();
        clickOn("#samples-field").push(KeyCode.ESCAPE);
        click("#labs-page-button");
        Path table = Files.writeString(home.resolve("dots.csv"), table());
        interact(() -> explorer().open(table));
        await(() -> Visibility.now(lookup("#columns-card").query()));
        assertThat(lookup("#explore-page-button").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        click("#sweep-page-button");
        assertThat(Visibility.now(lookup("#columns-card").query())).isFalse();
    }

    private Node card() {
        return lookup("#mnist-card").query();
    }

    @Test
    void aSpecificationGivenAtTheStartIsShown() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec());
        RunSpec given = new RunSpec().withData(new DataSpec.Moons(80, 0.3));
        Path file = Files.writeString(home.resolve("given.mlpx.json"), SpecJson.write(given));
        interact(() -> explorer().open(file));
        await(() -> workbench().spec().equals(given));
        await(() -> labelText("#status-notice").contains("given.mlpx.json"));
        assertThat(lookup("#status-notice").query().isVisible()).isTrue();
        assertThat(lookup("#problem-note").query().isVisible()).isFalse();
    }

    @Test
    void aBadSpecificationGivenAtTheStartIsToldOnce() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec());
        RunSpec before = workbench().spec();
        Path file =
                Files.writeString(
                        home.resolve("bad.mlpx.json"),
                        "{\"model\": {\"hidden\": [0]}, \"learning\": 1}");
        interact(() -> explorer().open(file));
        await(() -> lookup("#problem-note").query().isVisible());
        assertThat(labelText("#problem-text")).contains("bad.mlpx.json");
        assertThat(lookup("#status-notice").query().isVisible()).isFalse();
        assertThat(workbench().spec()).isEqualTo(before);
        take("spec-refused");
    }

    @Test
    void aSpecificationWhoseDataAreMissingChangesNothing() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec());
        await(() -> frame().epoch() >= 0);
        RunSpec before = workbench().spec();
        long generation = frame().generation();
        Path file =
                Files.writeString(
                        home.resolve("task.mlpx.json"),
                        "{\"data\": {\"type\": \"csv\", \"path\": \"gone.csv\"}}");
        interact(() -> explorer().open(file));
        await(() -> workbench().notice().toneProperty().get() == Notice.Level.PROBLEM);
        assertThat(labelText("#status-notice")).contains("task.mlpx.json", "gone.csv");
        assertThat(workbench().spec()).isEqualTo(before);
        assertThat(frame().generation()).isEqualTo(generation);
        Files.writeString(home.resolve("gone.csv"), table());
        interact(() -> explorer().open(file));
        await(() -> frame().split().dataset().rows() == 40);
        answer.set(Optional.of(home.resolve("again.mlpx.json")));
        FileActions verbs = fileActions();
        interact(verbs::saveSpec);
        await(() -> Files.exists(home.resolve("again.mlpx.json")));
        assertThat(Files.readString(home.resolve("again.mlpx.json")))
                .contains("\"path\": \"gone.csv\"");
    }

    @Test
    void undoDoesNotLeadToAFileThatHasVanished() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec());
        Path table = Files.writeString(home.resolve("dots.csv"), table());
        interact(() -> explorer().open(table));
        await(() -> frame().split().dataset().rows() == 40);
        DataSpec csv = workbench().spec().data();
        click("#dataset-moons");
        await(() -> frame().split().dataset().rows() != 40);
        RunSpec moons = workbench().spec();
        Files.delete(table);
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(workbench().notice().messageProperty().get())
                .isEqualTo(
                        "This step returns to "
                                + table
                                + ", which no longer exists. Restore the file and try again.");
        assertThat(workbench().spec()).isEqualTo(moons);
        Files.writeString(table, table());
        push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> frame().split().dataset().rows() == 40);
        assertThat(workbench().spec().data()).isEqualTo(csv);
        push(KeyCode.CONTROL, KeyCode.Y);
        await(() -> workbench().spec().equals(moons));
    }

    @Test
    void dataOutsideTheFolderOfASpecificationAreReadOnlyOnRequest() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec());
        RunSpec before = workbench().spec();
        Path table = Files.writeString(home.resolve("private.csv"), table());
        RunSpec spec = before.withData(new DataSpec.Csv(table.toString()));
        Path file =
                Files.writeString(
                        Files.createDirectories(home.resolve("inbox")).resolve("task.mlpx.json"),
                        SpecJson.write(spec));
        interact(() -> explorer().open(file));
        await(() -> lookup("#outside-question").tryQuery().isPresent());
        assertThat(lookup("#outside-question").queryLabeled().getText())
                .startsWith("task.mlpx.json uses data outside its folder: " + table);
        assertThat(workbench().spec()).isEqualTo(before);
        push(KeyCode.ENTER);
        assertThat(lookup("#outside-question").tryQuery()).isEmpty();
        assertThat(workbench().spec()).isEqualTo(before);
        interact(() -> {
            ClipboardContent text = new ClipboardContent();
            text.putString(SpecJson.write(spec));
            Clipboard.getSystemClipboard().setContent(text);
        });
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        await(() -> lookup("#outside-question").tryQuery().isPresent());
        clickOn("#outside-yes");
        await(() -> workbench().spec().equals(spec));
        await(() -> labelText("#status-notice").equals("Specification pasted"));
        interact(() -> explorer().open(file));
        await(() -> labelText("#status-notice").equals("Opened the run saved in task.mlpx.json"));
    }

    @Test
    void aSpecificationGoesOutAndComesBack() {
        open(ThemeChoice.LIGHT, new RunSpec().withData(new DataSpec.Moons(80, 0.3)));
        Path file = home.resolve("mine.json");
        answer.set(Optional.of(file));
        FileActions verbs = fileActions();
        interact(verbs::saveSpec);
        await(() -> Files.exists(file));
        RunSpec saved = workbench().spec();
        assertThat(SpecJson.read(file)).isEqualTo(saved);
        interact(() -> workbench().change(spec -> spec.withData(new DataSpec.Xor())));
        interact(() -> verbs.open(List.of(file)));
        await(() -> workbench().spec().equals(saved));
        interact(() -> workbench().undo());
        assertThat(workbench().spec().data()).isEqualTo(new DataSpec.Xor());
    }

    @Test
    void weightsAreSavedAndLoadedAsTheStart() {
        open(ThemeChoice.LIGHT, new RunSpec());
        interact(() -> workbench().stepEpoch());
        await(() -> frame().epoch() == 1);
        double[] trained = frame().parameters().weights(0).clone();
        for (String name : List.of("w.npz", "w.json")) {
            Path file = home.resolve(name);
            answer.set(Optional.of(file));
            FileActions verbs = fileActions();
            interact(verbs::saveWeights);
            await(() -> Files.exists(file));
            interact(() -> workbench().rewind());
            await(() -> frame().epoch() == 0);
            interact(() -> verbs.open(List.of(file)));
            await(() -> frame().epoch() == 0 && frame().parameters().weights(0)[0] == trained[0]);
            assertThat(frame().parameters().weights(0)).containsExactly(trained);
        }
    }

    @Test
    void theDataAreExportedAsATable() throws IOException {
        open(ThemeChoice.LIGHT, new RunSpec().withData(new DataSpec.Moons(40, 0)));
        Path file = home.resolve("moons.csv");
        answer.set(Optional.of(file));
        interact(() -> fileActions().saveData());
        await(() -> Files.exists(file));
        assertThat(Files.readAllLines(file)).hasSize(41).first().isEqualTo("x1,x2,class");
    }

    @Test
    void aSpecificationIsCopiedAndPasted() {
        open(ThemeChoice.LIGHT, new RunSpec().withData(new DataSpec.Moons(80, 0.3)));
        RunSpec copied = workbench().spec();
        interact(() -> {
            fileActions().copySpec();
            workbench().change(spec -> spec.withData(new DataSpec.Xor()));
            fileActions().pasteSpec();
        });
        assertThat(workbench().spec()).isEqualTo(copied);
    }

    private static String table() {
        StringBuilder text = new StringBuilder("x,y,class\n");
        for (int i = 0; i < 40; i++) {
            text.append(i % 7)
                    .append(',')
                    .append(i % 5 - 2)
                    .append(',')
                    .append(i % 2 == 0 ? "a" : "b")
                    .append('\n');
        }
        return text.toString();
    }
}
