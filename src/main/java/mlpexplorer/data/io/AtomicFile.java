package mlpexplorer.data.io;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// Writes files atomically: the content is written under a temporary name in the same folder and
/// then moved. If anything fails, the existing file does not change, no incomplete file remains,
/// and the [UserError] names the file.
public final class AtomicFile {
    private AtomicFile() {}

    /// The content of a file, written to a stream that stays open.
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;

        static Content of(String text) {
            return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Creates a new file.
    ///
    /// @param <X> exception thrown in addition to [IOException]
    @FunctionalInterface
    public interface Draft<X extends Exception> {
        void write(Path part) throws IOException, X;
    }

    /// Replaces `file` by `content` and returns it.
    public static Path write(Path file, Content content) {
        return writePath(
                file,
                part -> {
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                        content.write(out);
                    }
                });
    }

    /// Replaces `file` by the file that `draft` creates, and returns it.
    public static <X extends Exception> Path writePath(Path file, Draft<X> draft) throws X {
        Path place = file.toAbsolutePath();
        Path part = part(place);
        try {
            if (Files.isDirectory(place)) {
                throw new FileSystemException(file.toString(), null, "it is a folder");
            }
            draft.write(part);
            move(part, place);
            return file;
        } catch (NoSuchFileException e) {
            boolean known = Files.isDirectory(place.resolveSibling(""));
            throw UserError.unwritable(
                    file, known ? "no file can be created there" : "its folder does not exist", e);
        } catch (IOException e) {
            throw UserError.unwritable(file, UserError.reason(e), e);
        } finally {
            // Ignored: the original error is more informative.
            part.toFile().delete();
        }
    }

    /// Creates `folder` if necessary and checks that it is writable, before any long work is done.
    public static void requireFolder(Path folder) {
        for (Path part = folder; part != null; part = part.getParent()) {
            if (Files.exists(part) && !Files.isDirectory(part)) {
                throw UserError.input(part + " is a file, but must be a folder.");
            }
        }
        Path probe = part(folder.resolve("probe").toAbsolutePath());
        try {
            Files.createDirectories(folder);
            Files.newOutputStream(probe).close();
            Files.delete(probe);
        } catch (IOException e) {
            throw UserError.unwritable(folder, UserError.reason(e), e);
        }
    }

    /// Creates the folder of `file` if necessary and checks that it is writable.
    ///
    /// @param what text for the message if `file` is a folder: `a contact sheet is a file, for
    ///   example sheet.png`
    public static void requireFile(Path file, String what) {
        if (Files.isDirectory(file)) {
            throw UserError.input(file + " is a folder, but " + what + ".");
        }
        requireFolder(requireNonNull(file.toAbsolutePath().getParent()));
    }

    /// A unique name, so that two writers of the same file do not collide.
    private static Path part(Path place) {
        return place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    private static void move(Path part, Path place) throws IOException {
        try {
            Files.move(
                    part,
                    place,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
