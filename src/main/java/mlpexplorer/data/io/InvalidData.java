package mlpexplorer.data.io;

import java.io.IOException;
import java.nio.file.Path;

/// A data file that cannot be used. The message is one sentence for the user: it names the file, the place in it, what
/// stands there and what was expected.
public final class InvalidData extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MAX_SHOWN = 40;

    InvalidData(String sentence) {
        super(sentence);
    }

    InvalidData(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    static InvalidData unreadable(Path file, IOException e) {
        return new InvalidData(file + " cannot be read: " + IoReason.of(e) + ".", e);
    }

    /// A value from a file, fit to stand in a sentence: quoted, short, without control characters.
    static String shown(String value) {
        return '"' + bare(value) + '"';
    }

    /// The same without quotes.
    static String bare(String value) {
        String cut = value.length() > MAX_SHOWN ? value.substring(0, MAX_SHOWN) + "..." : value;
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
