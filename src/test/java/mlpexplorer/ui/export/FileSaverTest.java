package mlpexplorer.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.data.io.AtomicFile.Content;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.ui.controls.CallingThreadJobs;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.workbench.Notice;
import mlpexplorer.ui.workbench.Workbench;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class FileSaverTest {
    @TempDir private Path home;

    @TempDir private Path folder;

    private final Workbench workbench = new Workbench(new RunSpec());
    private Optional<Path> answer = Optional.empty();
    private Optional<Path> openedIn = Optional.empty();
    private FileSaver saver;

    @BeforeEach
    void makeSaver() {
        FileDialogs dialogs =
                (where, _) -> {
                    openedIn = where;
                    return answer;
                };
        saver =
                new FileSaver(
                        workbench,
                        dialogs,
                        new Settings(home),
                        Settings.Folder.EXPORTS,
                        new CallingThreadJobs());
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void aFileIsWrittenAndReported() throws IOException {
        answer = Optional.of(folder.resolve("a"));
        saver.save("loss.csv", Content.of("1,2"));
        assertThat(Files.readString(folder.resolve("a.csv"))).isEqualTo("1,2");
        assertThat(workbench.notice().messageProperty().get()).contains("a.csv");
        assertThat(workbench.notice().toneProperty().get()).isEqualTo(Notice.Level.DONE);
    }

    @Test
    void nothingIsWrittenAfterACanceledDialog() {
        saver.save(
                "loss.csv",
                _ -> {
                    throw new IOException("must not be written");
                });
        assertThat(workbench.notice().messageProperty().get()).isEmpty();
    }

    @Test
    void theFolderOfEverySavedAndOpenedFileIsRemembered() throws IOException {
        assertThat(saver.ask("a.png")).isEmpty();
        assertThat(openedIn).isEmpty();
        answer = Optional.of(folder.resolve("a.png"));
        assertThat(saver.ask("a.png")).isEqualTo(answer);
        Path other = Files.createDirectory(folder.resolve("other"));
        answer = Optional.of(other.resolve("b.csv"));
        assertThat(saver.askToOpen()).isEqualTo(answer);
        assertThat(openedIn).contains(folder.toAbsolutePath());
        saver.ask("c.png");
        assertThat(openedIn).contains(other.toAbsolutePath());
        assertThat(new Settings(home).folder(Settings.Folder.EXPORTS))
                .contains(other.toAbsolutePath());
        assertThat(new Settings(home).folder(Settings.Folder.FILES)).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenIsAProblem() {
        answer = Optional.of(folder.resolve("missing").resolve("a.csv"));
        saver.save("a.csv", Content.of(""));
        assertThat(workbench.notice().toneProperty().get()).isEqualTo(Notice.Level.PROBLEM);
        assertThat(workbench.notice().messageProperty().get())
                .contains("a.csv", "its folder does not exist");
    }

    @Test
    void aDialogThatAppendsTheExtensionAgainDoesNotDoubleIt() {
        answer = Optional.of(folder.resolve("loss.png.png"));
        assertThat(saver.ask("loss.png")).contains(folder.resolve("loss.png"));
    }
}
