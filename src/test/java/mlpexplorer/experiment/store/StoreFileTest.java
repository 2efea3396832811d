package mlpexplorer.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
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
}
