package mlpexplorer.experiment.sweep;

import mlpexplorer.experiment.RunStart;

import java.util.Optional;

/// Finished runs that a sweep need not train again. Used only by the thread that runs the sweep.
public interface RunCache {
    /// An empty cache that keeps nothing.
    RunCache NONE =
            new RunCache() {
                @Override
                public Optional<FinishedRun> find(RunStart start) {
                    return Optional.empty();
                }

                @Override
                public void keep(RunStart start, FinishedRun result) {
                    // nothing is kept
                }
            };

    /// The finished or diverged run with the given start, found by [RunStart#fingerprint].
    Optional<FinishedRun> find(RunStart start);

    /// Stores a run immediately, so that it survives a killed program.
    void keep(RunStart start, FinishedRun result);
}
