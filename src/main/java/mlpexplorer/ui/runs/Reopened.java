package mlpexplorer.ui.runs;

import java.nio.file.Path;
import java.util.Optional;
import mlpexplorer.data.io.DataLoader;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.store.RunSummary;

/// A kept run on its way back into the window, and what became of the files of its data.
///
/// @param missing a file that is gone
/// @param changed a file that is there, where they are not all what they were
record Reopened(RunStart start, Optional<Path> missing, Optional<Path> changed) {

    /// Reads the files; not for the FX thread.
    static Reopened of(RunSummary run, RunStart start) {
        Optional<Path> missing = DataLoader.missing(start.spec().data());
        Optional<Path> file = DataLoader.files(start.spec().data()).stream().findFirst();
        boolean same = file.isEmpty() || missing.isPresent() || start.fingerprint().equals(run.fingerprint());
        return new Reopened(start, missing, same ? Optional.empty() : file);
    }
}
