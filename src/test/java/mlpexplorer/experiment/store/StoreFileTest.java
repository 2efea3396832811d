package mlpexplorer.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

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
                .withMessage("The file " + file + " is not a run store; name another file.");
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
}
