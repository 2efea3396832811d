package mlpexplorer.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

class AtomicFileTest {
    private static final AtomicFile.Content NEW = AtomicFile.Content.of("new");

    @TempDir private Path folder;

    private String[] left() {
        return folder.toFile().list();
    }

    private static void half(OutputStream out) throws IOException {
        out.write("half".getBytes());
        out.flush();
        throw new IOException("No space left on device.");
    }

    @Test
    void aNewFileStandsInItsPlaceAndNothingBesideIt() throws IOException {
        Path file = folder.resolve("a.txt");
        assertThat(AtomicFile.write(file, NEW)).isEqualTo(file).hasContent("new");
        assertThat(left()).containsExactly("a.txt");
    }

    @Test
    void anOldFileIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "something longer");
        assertThat(AtomicFile.write(file, NEW)).hasContent("new");
    }

    @Test
    void aWriteThatFailsHalfWayLeavesTheOldFileAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> AtomicFile.write(file, AtomicFileTest::half))
                .withMessage(file + " cannot be written: No space left on device.");
        assertThat(file).hasContent("old");
        assertThat(left()).containsExactly("a.txt");
    }

    @Test
    void aWriteThatFailsHalfWayLeavesNoNewFile() {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> AtomicFile.write(folder.resolve("a.txt"), AtomicFileTest::half));
        assertThat(left()).isEmpty();
    }

    @Test
    void aDraftMayFailInWaysOfItsOwn() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        AtomicFile.writePath(
                                file,
                                part -> {
                                    Files.writeString(part, "half");
                                    throw new IllegalStateException("mine");
                                }))
                .withMessage("mine");
        assertThat(file).hasContent("old");
        assertThat(left()).containsExactly("a.txt");
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        Path file = folder.resolve("nowhere/a.txt");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> AtomicFile.write(file, NEW))
                .withMessage(file + " cannot be written: its folder does not exist.");
    }

    @Test
    void aFolderOfThatNameStays() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a.txt"));
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> AtomicFile.write(file, NEW))
                .withMessage(file + " cannot be written: it is a folder.");
        assertThat(left()).containsExactly("a.txt");
    }

    @Test
    void aFileWhereItsFolderShouldBeIsToldByTheNameOfTheWantedFile() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "old").resolve("a.txt");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> AtomicFile.write(file, NEW))
                .withMessageStartingWith(file + " cannot be written: ")
                .withMessageNotContaining(".part");
    }

    @Test
    void aRequiredFolderIsMadeAndLeftEmpty() throws IOException {
        AtomicFile.requireFolder(folder.resolve("a/b"));
        assertThat(folder.resolve("a/b")).isEmptyDirectory();
    }

    @Test
    void aRequiredFolderThatCannotBeIsTold() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "old");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> AtomicFile.requireFolder(taken))
                .withMessage(taken + " is a file, but must be a folder.");
    }
}
