package mlpexplorer.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

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
    void devicesAreWrittenToAndNotReplaced() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        AtomicFile.requireFile(device, "this is a file");
        AtomicFile.write(device, NEW);
        assertThat(Files.isRegularFile(device)).isFalse();
        assumeTrue(Files.exists(Path.of("/dev/full")));
        assertThatThrownBy(() -> AtomicFile.write(Path.of("/dev/full"), NEW))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("/dev/full cannot be written: ");
    }

    @Test
    void theTargetOfASymbolicLinkIsReplaced() throws IOException {
        Path target =
                Files.writeString(
                        Files.createDirectory(folder.resolve("there")).resolve("a"), "old");
        Path near = Files.createSymbolicLink(folder.resolve("near"), Path.of("there/a"));
        Path far = Files.createSymbolicLink(folder.resolve("far"), near);
        AtomicFile.requireFile(far, "this is a file");
        assertThat(AtomicFile.write(far, NEW)).isEqualTo(far).isSymbolicLink().hasContent("new");
        assertThat(near).isSymbolicLink();
        assertThat(target).isRegularFile().hasContent("new");
        SequencedMap<Path, AtomicFile.Content> files = new LinkedHashMap<>();
        files.put(near, AtomicFile.Content.of("newer"));
        files.put(folder.resolve("b"), NEW);
        AtomicFile.writeAll(files, List.of());
        assertThat(near).isSymbolicLink().hasContent("newer");
        assertThat(target).isRegularFile().hasContent("newer");
        assertThat(target.getParent().toFile().list()).containsExactly("a");
    }

    @Test
    void aSymbolicLinkToAMissingFileIsFollowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("missing"));
        AtomicFile.write(link, NEW);
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("missing")).isRegularFile().hasContent("new");
    }

    @Test
    void aLoopOfSymbolicLinksIsReported() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
        assertThatThrownBy(() -> AtomicFile.write(link, NEW))
                .isInstanceOf(UserError.class)
                .hasMessage(link + " cannot be written: it is a symbolic link in a loop.");
        assertThat(left()).containsExactly("link");
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

    @Test
    void partsOfKilledProgramsAreRemovedAndThoseOfLivingOnesKept() throws IOException {
        Path old = part(".a.txt.0b1a7f2e-98a1-4f6c-a4c2-1df7a3f0a001.part", Duration.ofHours(2));
        Path dead = part(".a.txt.999999999@1700000000-5f.part", Duration.ofMinutes(1));
        Path alive = part(".a.txt." + Processes.current() + "-5f.part", Duration.ofMinutes(1));
        Path fresh = part(".a.txt.999999999@1700000000-60.part", Duration.ofSeconds(-60));
        Path others = part(".b.txt.999999999@1700000000-5f.part", Duration.ofMinutes(1));
        AtomicFile.write(folder.resolve("a.txt"), NEW);
        assertThat(old).doesNotExist();
        assertThat(dead).doesNotExist();
        assertThat(alive).exists();
        assertThat(fresh).exists();
        assertThat(others).exists();
    }

    private Path part(String name, Duration age) throws IOException {
        Path part = Files.writeString(folder.resolve(name), "half");
        return Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(age)));
    }

    @Test
    void filesThatBelongTogetherAreReplacedTogether() throws IOException {
        Path first = Files.writeString(folder.resolve("spec"), "old");
        Path second = Files.writeString(folder.resolve("model"), "old");
        Path stale = Files.writeString(folder.resolve("split"), "old");
        SequencedMap<Path, AtomicFile.Content> files = new LinkedHashMap<>();
        files.put(first, NEW);
        files.put(second, NEW);
        AtomicFile.writeAll(files, List.of(stale));
        assertThat(first).hasContent("new");
        assertThat(second).hasContent("new");
        assertThat(left()).containsExactlyInAnyOrder("spec", "model");
    }

    @Test
    void filesThatBelongTogetherAllStayIfOneCannotBeWritten() throws IOException {
        Path first = Files.writeString(folder.resolve("spec"), "old");
        Path second = Files.writeString(folder.resolve("model"), "old");
        SequencedMap<Path, AtomicFile.Content> files = new LinkedHashMap<>();
        files.put(first, NEW);
        files.put(second, AtomicFileTest::half);
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> AtomicFile.writeAll(files, List.of()))
                .withMessage(second + " cannot be written: No space left on device.");
        assertThat(first).hasContent("old");
        assertThat(second).hasContent("old");
        assertThat(left()).containsExactlyInAnyOrder("spec", "model");
    }

    @Test
    void filesThatBelongTogetherComeBackIfOneCannotBeReplaced() throws IOException {
        Path first = Files.writeString(folder.resolve("spec"), "old");
        Path second = Files.writeString(folder.resolve("model"), "old");
        Path stale = Files.writeString(folder.resolve("split"), "old");
        Path added = folder.resolve("added");
        SequencedMap<Path, AtomicFile.Content> files = new LinkedHashMap<>();
        files.put(first, NEW);
        files.put(second, NEW);
        // Loses the part of the second file, which cannot be moved then.
        files.put(
                added,
                out -> {
                    out.write(1);
                    for (String name : left()) {
                        if (name.startsWith(".model")) {
                            Files.delete(folder.resolve(name));
                        }
                    }
                });
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> AtomicFile.writeAll(files, List.of(stale)))
                .withMessageStartingWith(second + " cannot be written: ");
        assertThat(first).hasContent("old");
        assertThat(second).hasContent("old");
        assertThat(stale).hasContent("old");
        assertThat(left()).containsExactlyInAnyOrder("spec", "model", "split");
    }

    @Test
    void filesThatBelongTogetherAllStayIfOneBecomesAFolder() throws IOException {
        Path first = Files.writeString(folder.resolve("spec"), "old");
        SequencedMap<Path, AtomicFile.Content> files = new LinkedHashMap<>();
        files.put(first, NEW);
        files.put(
                folder.resolve("late"),
                out -> {
                    out.write(1);
                    Files.createDirectories(folder.resolve("late/inside"));
                });
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> AtomicFile.writeAll(files, List.of()))
                .withMessageContaining("it is a folder");
        assertThat(first).hasContent("old");
        assertThat(left()).containsExactlyInAnyOrder("spec", "late");
    }
}
