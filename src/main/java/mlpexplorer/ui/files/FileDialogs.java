package mlpexplorer.ui.files;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the user for files, and remembers the folder.
public interface FileDialogs {

    /// A file to open, or nothing if the user changed their mind.
    Optional<Path> toOpen();

    /// Where to save, or nothing if the user changed their mind.
    Optional<Path> toSave(String fileName);
}
