package mlpexplorer.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.experiment.export.PredictionJob;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.settings.Settings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The dialog that predicts new data.
class PredictIT extends WindowTestCase {
    private static final Path IRIS = Path.of("data/iris.csv");

    private void trainOnIris(ThemeChoice theme) {
        open(
                theme,
                SpecJson.set(
                        new RunSpec(),
                        List.of(
                                "data.type=iris",
                                "training.optimizer=adam",
                                "training.stop.epochs=20")));
        trainToTheEnd();
        openDialog();
    }

    private void openDialog() {
        choose("menu-file-predict");
    }

    @BeforeEach
    void nothingIsChosen() {
        answer.set(Optional.empty());
    }

    /// Without the mouse, since the sheet slides in.
    private void fire(String button) {
        interact(() -> lookup(button).<Button>query().fire());
    }

    private void write(String field, Object text) {
        interact(() -> lookup(field).<TextField>query().setText(text.toString()));
    }

    private String message() {
        return call(() -> lookup("#predict-message").<Labeled>query().getText());
    }

    private Path predicted(Path data) {
        Path out = home.resolve("p.csv");
        answer.set(Optional.of(out));
        write("#predict-data-field", data);
        fire("#predict-start-button");
        await(() -> message().contains("predicted, saved as " + out));
        return out;
    }

    private String bare() throws IOException {
        return Files.readAllLines(IRIS).stream()
                .map(row -> row.substring(0, row.lastIndexOf(',')) + "\n")
                .reduce("", String::concat);
    }

    @Test
    void labeledDataArePredictedAndMeasuredAtTheShownEpoch() throws IOException {
        trainOnIris(ThemeChoice.LIGHT);
        interact(() -> workbench().seek(4));
        await(() -> epoch() == 4);
        String shown = call(() -> lookup("#predict-shown").<Labeled>query().getText());
        assertThat(shown).isEqualTo("The network in the window, at epoch 4");
        Path out = predicted(IRIS);
        Path expected = home.resolve("expected.csv");
        new PredictionJob(
                        TrainedModel.of(
                                workbench().spec(), frame().split(), frame().parameters(), 4),
                        IRIS,
                        Optional.empty())
                .write(expected, false, _ -> {});
        assertThat(out).hasSameTextualContentAs(expected);
        assertThat(message()).contains("150 rows predicted", "loss ", "accuracy ");
        assertThat(workbench().notice().messageProperty().get()).contains("saved as " + out);
        assertThat(new Settings(home).folder(Settings.Folder.EXPORTS)).contains(home);
    }

    @Test
    void aStoredRunWritesAKaggleFile() throws IOException {
        trainOnIris(ThemeChoice.LIGHT);
        ComboBox<?> runs = lookup("#predict-run-field").query();
        await(() -> {
            openDialog();
            return runs.getValue() != null;
        });
        interact(() -> lookup("#predict-network-stored").<ToggleButton>query().fire());
        interact(() -> lookup("#predict-kaggle").<CheckBox>query().setSelected(true));
        Path data = Files.writeString(home.resolve("bare.csv"), bare());
        Path out = predicted(data);
        assertThat(Files.readAllLines(out)).hasSize(151).startsWith("ImageId,Label", "1,setosa");
        assertThat(message()).contains("no labels to compare with");
    }

    @Test
    void problemsAreToldInTheDialogAndNothingIsWritten() throws IOException {
        trainOnIris(ThemeChoice.LIGHT);
        fire("#predict-start-button");
        assertThat(message()).isEqualTo("Choose a data file first.");
        Path data = Files.copy(IRIS, home.resolve("flowers.csv"));
        write("#predict-data-field", data);
        answer.set(Optional.of(data));
        fire("#predict-start-button");
        await(() -> message().contains("holds the data"));
        assertThat(data).hasSameTextualContentAs(IRIS);
        Path narrow = Files.writeString(home.resolve("narrow.csv"), "a,b\n1,2\n");
        write("#predict-data-field", narrow);
        answer.set(Optional.of(home.resolve("none.csv")));
        fire("#predict-start-button");
        await(() -> message().contains("has 2 columns"));
        assertThat(home.resolve("none.csv")).doesNotExist();
        write("#predict-data-field", Files.writeString(home.resolve("bare.csv"), bare()));
        fire("#predict-evaluate-button");
        await(() -> message().contains("no labels"));
        write("#predict-data-field", IRIS);
        fire("#predict-evaluate-button");
        await(() -> message().startsWith("Compared the predictions of 150 rows"));
    }

    @Test
    void aWindowClosedDuringAPredictionLeavesNoFile() throws IOException {
        trainOnIris(ThemeChoice.LIGHT);
        Path data =
                Files.writeString(
                        home.resolve("many.csv"),
                        Stream.generate(() -> "5.1,3.5,1.4,0.2\n")
                                .limit(400_000)
                                .reduce(new StringBuilder(), StringBuilder::append, (a, _) -> a));
        answer.set(Optional.of(home.resolve("p.csv")));
        write("#predict-data-field", data);
        fire("#predict-start-button");
        await(() -> message().contains("%"));
        reopen();
        await(() -> left("p.csv").isEmpty());
        assertThat(home.resolve("p.csv")).doesNotExist();
    }

    /// The files whose names contain `name`.
    private List<String> left(String name) {
        return Stream.of(home.toFile().list()).filter(file -> file.contains(name)).toList();
    }

    @Test
    void aPredictionIsCanceledWithinItsRows() throws IOException {
        trainOnIris(ThemeChoice.LIGHT);
        Path large = home.resolve("large.csv");
        List<String> lines = Files.readAllLines(IRIS);
        Files.writeString(large, lines.getFirst() + "\n" + (lines.get(7) + "\n").repeat(3_000_000));
        Path out = home.resolve("p.csv");
        answer.set(Optional.of(out));
        write("#predict-data-field", large);
        fire("#predict-start-button");
        ProgressBar bar = lookup("#predict-progress").query();
        await(() -> bar.getProgress() > 0);
        assertThat(lookup("#predict-cancel-button").query().isFocused()).isTrue();
        fire("#predict-cancel-button");
        assertThat(message()).isEqualTo("Canceled; nothing was written.");
        // the prediction thread is idle again
        predicted(IRIS);
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.endsWith(".part"));
        }
        push(KeyCode.ESCAPE);
        await(() -> lookup("#predict-sheet").tryQuery().isEmpty());
    }

    @Test
    void pictures() throws IOException {
        trainOnIris(ThemeChoice.LIGHT);
        predicted(IRIS);
        write("#predict-data-field", "iris.csv");
        interact(() -> workbench().notice().show(""));
        take("predict-done-light");
    }

    @Test
    void darkPictures() throws IOException {
        trainOnIris(ThemeChoice.DARK);
        interact(() -> lookup("#predict-network-file").<ToggleButton>query().fire());
        fire("#predict-start-button");
        take("predict-missing-dark");
    }
}
