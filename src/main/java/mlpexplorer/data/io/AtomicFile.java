package mlpexplorer.data.io;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;

/// Writes files atomically: the content is written under a temporary name in the same folder and
/// then moved. If anything fails, the existing file does not change, no incomplete file remains,
/// and the [UserError] names the file. Devices and pipes are written to, not replaced; of a
/// symbolic link, the file that it points to is replaced.
public final class AtomicFile {
    private static final String SUFFIX = ".part";
    private static final String PROCESS_END = "-";
    private static final Duration RECENT = Duration.ofSeconds(2);
    private static final int MAX_LINKS = 40;

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
        return writePath(file, asDraft(content));
    }

    /// Replaces files that belong together: if one of them cannot be written or replaced, none
    /// changes. The first one is removed before the others are replaced and is written back last,
    /// so that even after a crash it is never next to files that do not belong to it.
    ///
    /// @param stale files to remove, since they belong to what is replaced
    public static void writeAll(SequencedMap<Path, Content> files, Collection<Path> stale) {
        SequencedMap<Path, Path> parts = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, Content> file : files.entrySet()) {
                Path place = target(file.getKey());
                Path part = part(place);
                parts.put(place, part);
                attempt(file.getKey(), () -> draft(place, part, asDraft(file.getValue())));
            }
            replaceAll(parts, stale);
        } finally {
            parts.values().forEach(AtomicFile::discard);
        }
    }

    private static void replaceAll(SequencedMap<Path, Path> parts, Collection<Path> stale) {
        List<Path> places = new ArrayList<>(parts.sequencedKeySet());
        places.addAll(stale);
        SequencedMap<Path, Path> old = new LinkedHashMap<>();
        List<Path> replaced = new ArrayList<>();
        try {
            places.forEach(place -> attempt(place, () -> setAside(place, old)));
            parts.reversed()
                    .forEach((place, part) -> {
                        attempt(place, () -> move(part, place));
                        replaced.add(place);
                    });
            old.values().forEach(AtomicFile::discard);
        } catch (UserError failure) {
            replaced.forEach(AtomicFile::discard);
            old.reversed().forEach((place, aside) -> attempt(place, () -> move(aside, place)));
            throw failure;
        }
    }

    /// Renames `place`, if it exists, and adds its new name to `old`.
    private static void setAside(Path place, SequencedMap<Path, Path> old) throws IOException {
        requireNoFolder(place);
        if (Files.exists(place)) {
            Path aside = part(place);
            move(place, aside);
            old.put(place, aside);
        }
    }

    private static void requireNoFolder(Path place) throws FileSystemException {
        if (Files.isDirectory(place)) {
            throw new FileSystemException(place.toString(), null, "it is a folder");
        }
    }

    /// Replaces `file` by the file that `draft` creates, and returns it.
    public static <X extends Exception> Path writePath(Path file, Draft<X> draft) throws X {
        Path place = target(file);
        if (isDevice(place)) {
            attempt(file, () -> draft.write(place));
            return file;
        }
        Path part = part(place);
        try {
            attempt(
                    file,
                    () -> {
                        draft(place, part, draft);
                        move(part, place);
                    });
            return file;
        } finally {
            discard(part);
        }
    }

    /// The file at the end of symbolic links, which may be missing.
    private static Path target(Path file) {
        Path place = file.toAbsolutePath();
        try {
            for (int links = 0; Files.isSymbolicLink(place); links++) {
                if (links == MAX_LINKS) {
                    throw new FileSystemLoopException(file.toString());
                }
                place = place.resolveSibling(Files.readSymbolicLink(place));
            }
            return place;
        } catch (IOException e) {
            throw UserError.unwritable(file, UserError.reason(e), e);
        }
    }

    private static <X extends Exception> void draft(Path place, Path part, Draft<X> draft)
            throws IOException, X {
        requireNoFolder(place);
        draft.write(part);
        sweep(place, Files.getLastModifiedTime(part).toInstant().minus(RECENT));
    }

    private static Draft<RuntimeException> asDraft(Content content) {
        return part -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                content.write(out);
            }
        };
    }

    private interface Attempt<X extends Exception> {
        void run() throws IOException, X;
    }

    private static <X extends Exception> void attempt(Path file, Attempt<X> attempt) throws X {
        try {
            attempt.run();
        } catch (NoSuchFileException e) {
            boolean known = Files.isDirectory(target(file).resolveSibling(""));
            throw UserError.unwritable(
                    file, known ? "no file can be created there" : "its folder does not exist", e);
        } catch (IOException e) {
            throw UserError.unwritable(file, UserError.reason(e), e);
        }
    }

    /// Failures are ignored: the original error is more informative.
    private static void discard(Path part) {
        part.toFile().delete();
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
        if (!isDevice(file)) {
            requireFolder(requireNonNull(target(file).getParent()));
        }
    }

    /// Whether `file` is there, but neither a regular file nor a folder: `/dev/null`.
    private static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    /// A unique name, so that two writers of the same file do not collide. It names the process, so
    /// that others see whether it is still written.
    private static Path part(Path place) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return place.resolveSibling(
                prefix(place) + Processes.current() + PROCESS_END + unique + SUFFIX);
    }

    private static String prefix(Path place) {
        return "." + place.getFileName() + ".";
    }

    /// Removes temporary files of `place` that killed programs left behind. One written after
    /// `recent` may belong to another machine.
    private static void sweep(Path place, Instant recent) {
        String prefix = prefix(place);
        try (DirectoryStream<Path> parts =
                Files.newDirectoryStream(
                        place.resolveSibling(""),
                        file ->
                                file.getFileName().toString().startsWith(prefix)
                                        && file.getFileName().toString().endsWith(SUFFIX))) {
            for (Path part : parts) {
                String writer =
                        part.getFileName()
                                .toString()
                                .substring(prefix.length())
                                .split(PROCESS_END)[0];
                if (!Processes.isAlive(writer)
                        && Files.getLastModifiedTime(part).toInstant().isBefore(recent)) {
                    discard(part);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Another program has removed it, or the folder cannot be listed.
            return;
        }
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
