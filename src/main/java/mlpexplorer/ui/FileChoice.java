package mlpexplorer.ui;

import java.nio.file.Path;
import java.util.Optional;

/// Asks where to save a file. The window has a file chooser for that; a test answers itself.
public interface FileChoice {

    /// The chosen file, or nothing if the user changed their mind.
    Optional<Path> ask(Optional<Path> folder, String fileName);
}
