package mlpexplorer.data.io;

import java.io.IOException;
import java.nio.file.Path;

/// A file that could not be written. The message is one sentence for the user, and names it.
public final class Unwritable extends IOException {
    private static final long serialVersionUID = 1;

    Unwritable(Path file, String reason, IOException cause) {
        super(file + " cannot be written: " + reason + ".", cause);
    }
}
