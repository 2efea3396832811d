package mlpexplorer.ui;

import java.nio.file.Path;
import java.util.Optional;

/// Asks for files. The window has file choosers for that; a test answers itself.
public interface FileChoice {

    /// Where to save, or nothing if the user changed their mind.
    Optional<Path> ask(Optional<Path> folder, String fileName);

    /// What to open, or nothing if the user changed their mind.
    default Optional<Path> open(Optional<Path> folder) {
        return ask(folder, "");
    }
}
