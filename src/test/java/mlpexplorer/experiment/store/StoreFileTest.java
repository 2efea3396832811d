package mlpexplorer.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import mlpexplorer.experiment.RunTables;
import mlpexplorer.nn.Task;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

class StoreFileTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"it's", "two  blanks", "größe", "a;b--"})
    void aCopyIsReadWhateverItsFolderIsCalled(String name) throws Exception {
        Path file = Files.createDirectory(folder.resolve(name)).resolve(RunStore.FILE);
        try (Handle disk = StoreFile.open(file)) {
            disk.execute("CREATE TABLE witness (word TEXT)");
            disk.execute("INSERT INTO witness VALUES ('mine')");
        }
        try (Handle memory = StoreFile.copied(file, file)) {
            assertThat(memory.select("SELECT word FROM witness").mapTo(String.class).one())
                    .isEqualTo("mine");
        }
    }

    @Test
    void whatIsNoDatabaseIsTold() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve(RunStore.FILE),
                        "no database, whatever its name says".repeat(100));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> StoreFile.copied(file, file).close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.txt", "spec.json", "runs.db.csv"})
    void aFileThatNeverWasAStoreIsLeftAlone(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "x1,x2,class\n".repeat(100));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> RunStore.open(file))
                .withMessage("The file " + file + " is not a run database; name another file.");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        assertThat(file).content().startsWith("x1,x2,class\n").hasSize(1_200);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aStoreOfAnyNameWhoseHeaderIsDamagedIsReplaced() throws IOException {
        Path file = folder.resolve("course.sqlite");
        RunStore.open(file).close();
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.write(new byte[100]);
        }
        try (RunStore store = RunStore.open(file)) {
            assertThat(store.notice().orElseThrow())
                    .contains("is damaged; it was renamed to course.sqlite.damaged-");
        }
    }

    @Test
    void aStoreOfTheFirstVersionIsBroughtUpToDateWithItsRuns() throws SQLException, IOException {
        Path file = folder.resolve(RunStore.FILE);
        try (Connection older = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = older.createStatement();
                InputStream schema =
                        RunStore.class.getResourceAsStream("/mlpexplorer/store/schema-1.sql")) {
            statement.executeUpdate(
                    new String(
                            Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("PRAGMA application_id = 0x4d4c5058");
            statement.execute("PRAGMA user_version = 1");
            statement.execute(
                    "INSERT INTO run (name, fingerprint, spec, parameters, started, process, state)"
                            + " VALUES ('old', 'f',"
                            + " '{\"data\":{\"type\":\"circles\"},\"model\":{\"hidden\":[8]}}', 9,"
                            + " '2026-11-20T10:00:00Z', '1', 'stopped')");
            statement.execute(
                    "INSERT INTO metric (run, epoch, updates, seconds, train_loss, penalty) VALUES"
                            + " (1, 4, 60, 0.5, 0.25, 0.125)");
        }
        try (RunStore store = RunStore.open(file)) {
            assertThat(store.list())
                    .singleElement()
                    .satisfies(run -> assertThat(run.progress().reveals()).isZero());
            assertThat(store.updates(1).chunks()).isEmpty();
            assertThat(RunTables.metrics(store.metrics(1), Task.Metric.ACCURACY).text())
                    .endsWith("4,60,0.5,0.25,,,,,,0.125,\n");
            assertThat(StoredRuns.<Integer>count(store, "PRAGMA user_version", Integer.class))
                    .isEqualTo(6);
        }
    }
}
