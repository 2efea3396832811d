package mlpexplorer.ui.export;

import java.nio.file.Path;
import java.util.Optional;

/// The dialogs that ask for a file: the system's own in the window, fixed answers in a test.
@FunctionalInterface
public interface FileDialogs {

    /// The file to save to, named as the dialog returned it; empty if the user canceled.
    ///
    /// @param folder where the dialog opens
    /// @param fileName the suggested name
    Optional<Path> save(Optional<Path> folder, String fileName);

    /// The file to open; empty if the user canceled.
    default Optional<Path> open(Optional<Path> folder) {
        return save(folder, "");
    }
}
