package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.ChildProcess;
import mlpexplorer.CommandLines;
import mlpexplorer.experiment.store.RunStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.stream.Stream;

/// The run database is damaged, or another connection keeps it locked. `ReadOnlyStoreIT` tests a
/// read-only one.
final class DamagedStoreTest {
    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("runs.db");
    }

    private int runs() {
        try (RunStore store = RunStore.open(file())) {
            assertThat(store.notice()).isEmpty();
            return store.list().size();
        }
    }

    private ChildProcess.Result train(String output) {
        return CommandLines.run(
                "train", "--preset", "xor-mlp", output, "--store", file().toString());
    }

    @BeforeEach
    void storeOneRun() {
        assertThat(train("--quiet").code()).isZero();
    }

    @Test
    void aDamagedStoreIsSetAsideAndTheRunGoesToANewOne() throws Exception {
        try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
            raw.write(new byte[100]);
        }
        byte[] damaged = Files.readAllBytes(file());
        ChildProcess.Result result = train("--quiet");
        assertThat(result.hasStackTrace()).as(result.err()).isFalse();
        assertThat(result.messages())
                .singleElement()
                .asString()
                .matches(
                        "The run database "
                                + file()
                                + " is damaged; it was renamed to runs\\.db\\.damaged-[-\\d]+, and"
                                + " a new one was created\\.");
        assertThat(result.code()).isZero();
        assertThat(runs()).isEqualTo(1);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(path -> path.toString().contains("damaged")))
                    .singleElement()
                    .satisfies(aside -> assertThat(aside).hasBinaryContent(damaged));
        }
    }

    @Test
    void aRunIsTrainedWhileTheStoreIsLockedAndTheStoreStaysAsItWas() throws Exception {
        try (Connection other = Sqlite.open(file());
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA locking_mode = EXCLUSIVE");
            statement.execute("BEGIN EXCLUSIVE");
            statement.execute("UPDATE run SET notes = 'mine'");
            ChildProcess.Result result = train("--json");
            assertThat(result.hasStackTrace()).as(result.err()).isFalse();
            assertThat(result.out()).contains("\"outcome\": \"finished\"");
            assertThat(result.messages())
                    .containsExactly(
                            "The run database "
                                    + file()
                                    + " is locked by another program; waiting for it.",
                            "The run database "
                                    + file()
                                    + " is locked by another program; runs are kept in memory until"
                                    + " the program exits.");
            assertThat(result.code()).isZero();
            statement.execute("COMMIT");
        }
        assertThat(Sqlite.integrity(file())).isEqualTo("ok");
        assertThat(runs()).isEqualTo(1);
    }
}
