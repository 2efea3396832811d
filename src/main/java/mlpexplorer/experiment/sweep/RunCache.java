package mlpexplorer.experiment.sweep;

import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunStart;

import java.time.Instant;
import java.util.Optional;

/// The runs of sweeps: finished ones that need not be trained again, and those in training.
public interface RunCache {
    /// An empty cache that keeps nothing.
    RunCache NONE =
            new RunCache() {
                @Override
                public Optional<FinishedRun> find(RunStart start) {
                    return Optional.empty();
                }

                @Override
                public Entry begin(RunStart start, Instant started) {
                    return _ -> {};
                }
            };

    /// The finished or diverged run with the given start, found by [RunStart#fingerprint]. Called
    /// only by the thread that runs the sweep.
    Optional<FinishedRun> find(RunStart start);

    /// The entry of a run that begins, or has just finished. Called by any thread.
    ///
    /// @param started when its training started
    Entry begin(RunStart start, Instant started);

    /// Waits a moment for runs that were stopped but whose threads have not noticed yet. Called
    /// before the store is closed.
    default void awaitStopped() {
        // nothing is kept of an unfinished run
    }

    /// Stores one run, so that it survives a killed program.
    @FunctionalInterface
    interface Entry {
        /// Called after each epoch by the thread that trains the run.
        default void progress(RunLoop loop) {
            // nothing is kept of an unfinished run
        }

        /// Called by the thread that trains the run when it was stopped.
        default void stopped(RunResult result) {
            // nothing is kept of an unfinished run
        }

        /// Stores the result immediately. Called by the thread that runs the sweep.
        void finish(FinishedRun result);
    }
}
