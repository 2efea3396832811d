package mlpexplorer.experiment.store;

import static mlpexplorer.experiment.store.StoredRuns.log;
import static mlpexplorer.experiment.store.StoredRuns.run;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.Wait;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The file of an open store is deleted, replaced, or could not be opened at first.
final class LostStoreTest {
    private static final int SHORT_MILLIS = 50;

    @TempDir private Path folder;

    private final List<String> told = new ArrayList<>();

    private Path file() {
        return folder.resolve("data/runs.db");
    }

    private RunStoreWriter writer() {
        return new RunStoreWriter(file(), SHORT_MILLIS, told::add);
    }

    private static Recording recorded(RunStoreWriter writer, int epochs) {
        Recording recording = StoredRuns.recording(run());
        writer.add(recording);
        recording.finish(log(epochs).view(), StoredRuns.end(epochs), StoredRuns.WEIGHTS);
        return recording;
    }

    private List<Long> epochs() {
        try (RunStore store = RunStore.open(file())) {
            return store.list().stream().map(run -> run.progress().epochs()).toList();
        }
    }

    private void delete(String... parts) throws IOException {
        for (String part : parts) {
            Files.deleteIfExists(file().resolveSibling("runs.db" + part));
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file cannot be deleted there")
    void aDeletedFileIsWrittenAgainWithAllRuns() throws IOException {
        try (RunStoreWriter writer = writer()) {
            recorded(writer, 1);
            Recording running = StoredRuns.recording(run());
            writer.add(running);
            running.update(log(2).view());
            assertThat(writer.flush()).isTrue();
            delete("", "-wal", "-shm");
            recorded(writer, 4);
            running.finish(log(3).view(), StoredRuns.end(3), StoredRuns.WEIGHTS);
            assertThat(writer.flush()).isTrue();
            assertThat(told)
                    .containsExactly(
                            "The run database " + file() + " was deleted; it was written again.");
            assertThat(epochs()).containsExactly(4L, 3L, 1L);
        }
        assertThat(epochs()).containsExactly(4L, 3L, 1L);
        assertThat(folder.resolve("data").toFile().list()).containsExactly("runs.db");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file cannot be deleted there")
    void aFileDeletedAloneOrWithItsFolderIsWrittenAgain() throws IOException {
        try (RunStoreWriter writer = writer()) {
            recorded(writer, 1);
            writer.flush();
            delete("");
            recorded(writer, 2);
            writer.flush();
            delete("", "-wal", "-shm");
            Files.delete(folder.resolve("data"));
        }
        assertThat(epochs()).containsExactly(2L, 1L);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file cannot be deleted there")
    void twoProgramsShareTheFileThatOneOfThemWroteAgain() throws IOException {
        try (RunStoreWriter one = writer();
                RunStoreWriter two = writer()) {
            recorded(one, 1);
            one.flush();
            recorded(two, 2);
            two.flush();
            delete("", "-wal", "-shm");
            recorded(one, 3);
            one.flush();
            recorded(two, 4);
            two.flush();
            recorded(one, 5);
            one.flush();
        }
        assertThat(epochs()).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void runsOfAStoreThatCannotBeOpenedAreWrittenOnceItCan() throws IOException {
        Path taken = Files.writeString(folder.resolve("data"), "");
        try (RunStoreWriter writer = writer()) {
            recorded(writer, 1);
            recorded(writer, 2);
            writer.flush();
            assertThat(writer.unsaved()).isEqualTo(told.stream().findFirst());
            assertThat(writer.isIdle()).isFalse();
            Files.delete(taken);
            recorded(writer, 3);
        }
        assertThat(epochs()).containsExactly(3L, 2L, 1L);
        assertThat(told)
                .last()
                .isEqualTo(
                        "The run database "
                                + file()
                                + " can be used again; all runs are written to it.");
    }

    @Test
    void theReasonLastsAsLongAsRunsWait() throws Exception {
        Path taken = Files.writeString(folder.resolve("data"), "");
        try (RunRecorder recorder = new RunRecorder(file(), SHORT_MILLIS)) {
            assertThat(recorder.unsaved()).isEmpty();
            recorder.begin(run()).finish(log(1).view(), StoredRuns.end(1), StoredRuns.WEIGHTS);
            Wait.until(() -> recorder.unsaved().isPresent());
            assertThat(recorder.unsaved().orElseThrow()).startsWith("The run database " + file());
            Files.delete(taken);
            Wait.until(() -> recorder.unsaved().isEmpty());
        }
        assertThat(epochs()).containsExactly(1L);
    }
}
