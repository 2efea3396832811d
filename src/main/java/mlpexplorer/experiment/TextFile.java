package mlpexplorer.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mlpexplorer.data.io.UserError;

/// Reads text files of limited size.
final class TextFile {
    private TextFile() {}

    /// The UTF-8 text of `file`; throws [UserError] if it is larger than `maxMegabytes`, not UTF-8 or unreadable.
    static String read(Path file, int maxMegabytes) {
        int limit = maxMegabytes << 20;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw UserError.input(file + " is larger than " + maxMegabytes + " MB, the maximum size.");
            }
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw UserError.input(file + " is not UTF-8 text.", e);
        } catch (IOException e) {
            throw UserError.unreadable(file, e);
        }
    }
}
