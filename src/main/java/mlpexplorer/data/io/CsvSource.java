package mlpexplorer.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// CSV text that can be read more than once.
///
/// @param name name for messages
record CsvSource(String name, Opener opener) {
    static final long MAX_BYTES = 256L << 20;

    interface Opener {
        InputStream open() throws IOException;
    }

    /// A file; throws [UserError] if it does not exist or is too large.
    static CsvSource of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw UserError.input(file + " is a folder, but must be a CSV file.");
        }
        if (Files.size(file) > MAX_BYTES) {
            throw UserError.input(file + " is larger than " + (MAX_BYTES >> 20) + " MB, the maximum size.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw UserError.input(file + " is not a regular file, but must be a CSV file.");
        }
        return new CsvSource(file.toString(), () -> Files.newInputStream(file));
    }

    InputStream open() throws IOException {
        return opener.open();
    }
}
