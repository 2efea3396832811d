package mlpexplorer.data.io;

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

/// Puts a file in its place all at once: it is written under another name beside that place and then moved there. Whatever
/// fails, what stood there before stays as it was, nothing half-written is left, and the [UserError] names the file.
public final class WholeFile {
    private WholeFile() {}

    /// What a file holds; written to a stream that stays open.
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;

        static Content of(String text) {
            return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Makes a file that is not there yet.
    ///
    /// @param <X> what it may throw beside an [IOException]
    @FunctionalInterface
    public interface Draft<X extends Exception> {
        void write(Path part) throws IOException, X;
    }

    /// Puts `content` in the place of `file`, which is returned.
    public static Path write(Path file, Content content) {
        return draw(file, part -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.write(out);
            }
        });
    }

    /// Puts what `draft` makes in the place of `file`, which is returned.
    public static <X extends Exception> Path draw(Path file, Draft<X> draft) throws X {
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
            throw UserError.unwritable(file, known ? "no file can be created there" : "its folder does not exist", e);
        } catch (IOException e) {
            throw UserError.unwritable(file, IoReason.of(e), e);
        } finally {
            // Tells of no trouble of its own: what went wrong before says more.
            part.toFile().delete();
        }
    }

    /// Makes `folder` if it is not there, and finds out whether files can be made in it: before anything that takes long is
    /// done for them.
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
            throw UserError.unwritable(folder, IoReason.of(e), e);
        }
    }

    /// Makes the folder of `file` if it is not there, and finds out whether files can be made in it.
    ///
    /// @param what for the sentence about a folder in its place: `a contact sheet is a file, for example sheet.png`
    public static void requireFile(Path file, String what) {
        if (Files.isDirectory(file)) {
            throw UserError.input(file + " is a folder, but " + what + ".");
        }
        requireFolder(file.toAbsolutePath().getParent());
    }

    /// A name of its own, so that two who write the same file cannot mix.
    private static Path part(Path place) {
        return place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    private static void move(Path part, Path place) throws IOException {
        try {
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
