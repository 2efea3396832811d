package mlpexplorer.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import mlpexplorer.data.io.IoReason;

/// Reads and writes text files of limited size, and says in words why a file could not be read or written.
public final class TextFile {
    private TextFile() {}

    /// The UTF-8 text of `file`; throws [InvalidSpec] if it is larger than `maxMegabytes`, not UTF-8 or unreadable.
    static String read(Path file, int maxMegabytes) {
        int limit = maxMegabytes << 20;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new InvalidSpec(file + " is larger than " + maxMegabytes + " MB, the most that is read.");
            }
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidSpec(file + " is not UTF-8 text.", e);
        } catch (IOException e) {
            throw new InvalidSpec(file + " cannot be read: " + reason(e) + ".", e);
        }
    }

    /// Puts `text` in place of what `file` held, or leaves that as it was.
    ///
    /// @throws IOException with one sentence that names the file
    public static void write(Path file, String text) throws IOException {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            if (Files.isDirectory(target)) {
                throw new IOException("it is a folder");
            }
            try {
                Files.writeString(part, text);
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new IOException(file + " cannot be written: " + reason(e) + ".", e);
        }
    }

    /// What went wrong, as the rest of a sentence.
    public static String reason(IOException e) {
        return IoReason.of(e);
    }
}
