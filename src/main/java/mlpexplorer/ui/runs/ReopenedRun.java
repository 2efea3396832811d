package mlpexplorer.ui.runs;

import mlpexplorer.data.io.DataLoader;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.store.RunSummary;

import java.nio.file.Path;
import java.util.Optional;

/// A stored run being reopened, and the state of its data files.
///
/// @param missing a missing file
/// @param changed a file that has changed since the run
record ReopenedRun(RunStart start, Optional<Path> missing, Optional<Path> changed) {

    /// Reads the files; do not call on the FX thread.
    static ReopenedRun of(RunSummary run, RunStart start) {
        Optional<Path> missing = DataLoader.missing(start.spec().data());
        Optional<Path> file = DataLoader.files(start.spec().data()).stream().findFirst();
        boolean same =
                file.isEmpty()
                        || missing.isPresent()
                        || start.fingerprint().equals(run.fingerprint());
        return new ReopenedRun(start, missing, same ? Optional.empty() : file);
    }
}
