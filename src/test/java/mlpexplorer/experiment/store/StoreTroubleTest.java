package mlpexplorer.experiment.store;

import static mlpexplorer.experiment.store.StoredRuns.finished;
import static mlpexplorer.experiment.store.StoredRuns.log;
import static mlpexplorer.experiment.store.StoredRuns.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

final class StoreTroubleTest {
    /// How long to wait for a locked store.
    private static final int SHORT_MILLIS = 50;

    @TempDir private Path folder;

    private final List<String> told = new ArrayList<>();

    private Path file() {
        return folder.resolve("runs.db");
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

    private Connection other() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static int size(RunStoreWriter writer) {
        return writer.answer(store -> store.list().size());
    }

    @Test
    void aFileThatIsNoDatabaseIsSetAside() throws IOException {
        Files.writeString(
                file(),
                "This was never a database, and nobody knows how it came here. ".repeat(20));
        try (RunStore store = RunStore.open(file())) {
            assertThat(store.notice().orElseThrow())
                    .matches(
                            "The run database .*runs\\.db is damaged; it was renamed to"
                                    + " runs\\.db\\.damaged-\\d{8}-\\d{6}, and a new one was"
                                    + " created\\.");
            assertThat(finished(store, run(), 1)).isEqualTo(1);
        }
        try (Stream<Path> files = Files.list(folder)) {
            Path aside =
                    files.filter(path -> path.toString().contains("damaged"))
                            .findFirst()
                            .orElseThrow();
            assertThat(Files.readString(aside)).startsWith("This was never a database");
        }
    }

    @Test
    void twoDamagedFilesOfOneSecondAreBothKept() throws IOException {
        for (int i = 0; i < 2; i++) {
            Files.writeString(file(), "no database".repeat(100));
            RunStore.open(file()).close();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(path -> path.toString().contains("damaged"))).hasSize(2);
        }
    }

    @Test
    void damageThatShowsLaterSetsTheFileAsideAndTheRunGoesOnInANewOne() throws IOException {
        try (RunStore store = RunStore.open(file())) {
            for (int i = 0; i < 20; i++) {
                finished(store, run(), 500);
            }
        }
        try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
            byte[] rubbish = new byte[4096];
            java.util.Arrays.fill(rubbish, (byte) 0x5a);
            for (long page = 20; page < raw.length() / 4096; page++) {
                raw.seek(4096 * page);
                raw.write(rubbish);
            }
        }
        try (RunStoreWriter writer = writer()) {
            Recording recording = StoredRuns.recording(run());
            writer.add(recording);
            recording.update(log(5).view());
            writer.answer(store -> store.metrics(5).size());
            assertThat(told)
                    .singleElement()
                    .asString()
                    .contains("is damaged; it was renamed to runs.db.damaged-");
            recording.finish(log(9).view(), StoredRuns.end(9), StoredRuns.WEIGHTS);
            assertThat(size(writer)).isEqualTo(1);
            assertThat(
                            writer.<Integer>answer(
                                    store -> store.metrics(recording.id().orElseThrow()).size()))
                    .isEqualTo(10);
        }
    }

    @Test
    void aStoreFromTheFutureIsLeftAlone() throws SQLException {
        RunStore.open(file()).close();
        try (Connection newer = other()) {
            execute(newer, "PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> RunStore.open(file()))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "The run database "
                                + file()
                                + " was written by a newer version of this program (its version is"
                                + " 99, the newest supported version is 6).");
        try (RunStoreWriter writer = writer()) {
            assertThat(writer.isPersistent()).isFalse();
            assertThat(told)
                    .singleElement()
                    .asString()
                    .endsWith("version is 6); runs are kept in memory until the program exits.");
            recorded(writer, 3);
            assertThat(size(writer)).isEqualTo(1);
        }
    }

    @Test
    void aDatabaseOfAnotherProgramIsLeftAlone() throws SQLException {
        try (Connection foreign = other()) {
            execute(foreign, "CREATE TABLE song (title TEXT)");
        }
        assertThatThrownBy(() -> RunStore.open(file()))
                .hasMessage(
                        "The file "
                                + file()
                                + " is a database of another program, not a run database.");
        try (Connection foreign = other();
                Statement tables = foreign.createStatement();
                var names = tables.executeQuery("SELECT group_concat(name) FROM sqlite_schema")) {
            assertThat(names.getString(1)).isEqualTo("song");
        }
    }

    @Test
    void aLockedStoreIsToldAndTheRunsAreInMemory() throws SQLException {
        RunStore.open(file()).close();
        try (Connection greedy = other()) {
            execute(
                    greedy,
                    "PRAGMA locking_mode = EXCLUSIVE",
                    "BEGIN EXCLUSIVE",
                    "UPDATE run SET notes = ''");
            try (RunStoreWriter writer = writer()) {
                assertThat(told)
                        .containsExactly(
                                "The run database "
                                        + file()
                                        + " is locked by another program; runs are kept in memory"
                                        + " until the program exits.");
                recorded(writer, 3);
                assertThat(size(writer)).isEqualTo(1);
            }
        }
    }

    @Test
    void whatAShortLockKeepsOutIsWrittenLater() throws SQLException {
        try (RunStoreWriter writer = writer();
                Connection busy = other()) {
            recorded(writer, 3);
            execute(busy, "BEGIN IMMEDIATE");
            assertThat(writer.flush()).isFalse();
            assertThat(told)
                    .containsExactly(
                            "The run database "
                                    + file()
                                    + " is locked by another program; new results are kept in"
                                    + " memory until they can be written.");
            execute(busy, "COMMIT");
            assertThat(writer.flush()).isTrue();
            assertThat(size(writer)).isEqualTo(1);
        }
        assertThat(told).hasSize(1);
    }

    @Test
    void whatAFullDiskKeepsOutIsWrittenWhenThereIsRoom() {
        try (RunStoreWriter writer = writer()) {
            recorded(writer, 3);
            writer.answer(StoredRuns.limitedTo(1));
            Recording large = recorded(writer, 5_000);
            assertThat(writer.flush()).isFalse();
            assertThat(writer.flush()).isFalse();
            assertThat(told)
                    .containsExactly(
                            "The run database "
                                    + file()
                                    + " cannot grow because the disk is full; new results are kept"
                                    + " in memory until they can be written.");
            assertThat(size(writer)).isEqualTo(1);
            writer.answer(StoredRuns.limitedTo(1_000_000));
            assertThat(writer.flush()).isTrue();
            assertThat(
                            writer.<Integer>answer(
                                    store -> store.metrics(large.id().orElseThrow()).size()))
                    .isEqualTo(5_001);
        }
    }

    @Test
    void whatCouldNeverBeWrittenIsToldAtTheEnd() {
        try (RunStoreWriter writer = writer()) {
            writer.answer(StoredRuns.limitedTo(1));
            recorded(writer, 5_000);
        }
        assertThat(told)
                .hasSize(2)
                .last()
                .isEqualTo("The latest results of one run could not be stored.");
        try (RunStore store = RunStore.open(file())) {
            assertThat(store.list()).isEmpty();
        }
    }

    @Test
    void aFolderIsNamedAsSuch() {
        assertThatThrownBy(() -> RunStore.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessage("The run database " + folder + " cannot be used: it is a folder.");
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        try (RunStoreWriter writer =
                new RunStoreWriter(taken.resolve("runs.db"), SHORT_MILLIS, told::add)) {
            recorded(writer, 1);
            assertThat(size(writer)).isEqualTo(1);
        }
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("The run database " + taken)
                .endsWith("; runs are kept in memory until the program exits.");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeWrittenToIsTold() {
        Path readOnly = Path.of("/proc/mlp-explorer/runs.db");
        assertThatThrownBy(() -> RunStore.open(readOnly))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("The run database " + readOnly + " cannot be used: ");
    }

    @Test
    void aCopyHasWhatWasOnlyInTheLogAndLeavesTheFileAlone() throws IOException {
        try (RunStore writer = RunStore.open(file())) {
            finished(writer, run(), 3);
            byte[] before = Files.readAllBytes(file());
            assertThat(Files.size(folder.resolve("runs.db-wal"))).isPositive();
            try (RunStore copy = RunStore.copyOf(file())) {
                assertThat(copy.notice())
                        .contains(
                                "The run database "
                                        + file()
                                        + " is read-only; new runs are not saved in it.");
                assertThat(copy.isPersistent()).isFalse();
                assertThat(copy.list()).hasSize(1);
                finished(copy, run(), 3);
                assertThat(copy.list()).hasSize(2);
            }
            assertThat(Files.readAllBytes(file())).isEqualTo(before);
            assertThat(writer.list()).hasSize(1);
        }
    }

    @Test
    void aStoreThatMayOnlyBeReadIsTold() throws SQLException {
        try (RunStoreWriter writer = writer()) {
            writer.answer(store -> store.read(handle -> handle.execute("PRAGMA query_only = ON")));
            recorded(writer, 1);
            assertThat(writer.flush()).isFalse();
            assertThat(told)
                    .singleElement()
                    .asString()
                    .startsWith("The run database " + file() + " is read-only; ");
            writer.answer(store -> store.read(handle -> handle.execute("PRAGMA query_only = OFF")));
        }
    }

    @Test
    void theRunOfADeadProgramIsInterruptedAndThatOfALivingOneIsNot() throws SQLException {
        try (RunStore store = RunStore.open(file())) {
            for (int i = 0; i < 2; i++) {
                Recording recording = StoredRuns.recording(run());
                recording.update(log(2).view());
                StoredRuns.write(store, recording);
            }
        }
        try (Connection raw = other()) {
            execute(raw, "UPDATE run SET process = '999999999@1' WHERE id = 1");
        }
        try (RunStore store = RunStore.open(file())) {
            assertThat(StoredRuns.find(store, 1).orElseThrow().progress().state())
                    .isEqualTo(RunState.INTERRUPTED);
            assertThat(StoredRuns.find(store, 2).orElseThrow().progress().state())
                    .isEqualTo(RunState.RUNNING);
        }
    }

    @Test
    void aClockThatWasSetBackNeitherMixesDeletionsNorTheOrderOfRuns() {
        Instant future = StoredRuns.STARTED.plus(Duration.ofDays(400));
        try (RunStore store = RunStore.open(file())) {
            finished(store, new NewRun(run().start(), 1, future, "first", List.of()), 1);
            finished(
                    store,
                    new NewRun(run().start(), 1, StoredRuns.STARTED, "second", List.of()),
                    1);
            assertThat(store.list())
                    .extracting(run -> run.label().name())
                    .containsExactly("second", "first");
            store.delete(List.of(1L), future);
            store.delete(List.of(2L), StoredRuns.STARTED);
            assertThat(store.lastDeleted()).containsExactly(2L);
            store.restore(store.lastDeleted());
            assertThat(store.lastDeleted()).containsExactly(1L);
        }
    }

    @Test
    void twoStoresWriteToOneFile() {
        try (RunStore one = RunStore.open(file());
                RunStore two = RunStore.open(file())) {
            finished(one, run(), 1);
            finished(two, run(), 1);
            assertThat(one.list()).hasSize(2);
            assertThat(two.list()).hasSize(2);
        }
    }
}
