package mlpexplorer.ui;

import java.nio.file.Path;
import java.util.Optional;

/// Asks for files. The window has file choosers for that; a test answers itself.
public interface FileChoice {

    /// What the user chose to save as, as it came; nothing if they changed their mind.
    Optional<Path> choose(Optional<Path> folder, String fileName);

    /// Where to save, under a name with one ending; nothing if the user changed their mind.
    default Optional<Path> ask(Optional<Path> folder, String fileName) {
        return choose(folder, fileName).map(SavedName.offered(fileName)::place);
    }

    /// What to open, or nothing if the user changed their mind.
    default Optional<Path> open(Optional<Path> folder) {
        return choose(folder, "");
    }
}
