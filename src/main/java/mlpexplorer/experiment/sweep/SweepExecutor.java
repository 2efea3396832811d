package mlpexplorer.experiment.sweep;

import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;

import java.util.List;
import java.util.function.BooleanSupplier;

/// Executes the runs of a sweep.
public interface SweepExecutor {

    /// Trains `runs` in any order and returns when all are finished, or within 100 ms after
    /// `stopAsked` or an interrupt of the calling thread. A run that cannot be trained at all ends
    /// the sweep with its exception.
    void train(List<PlannedRun> runs, BooleanSupplier stopAsked, Observer observer);

    /// Receives the runs in training.
    @FunctionalInterface
    interface Observer {
        /// Called after each epoch by the thread that trains `run`, which waits for the return.
        default void progress(PlannedRun run, RunLoop loop) {
            // only results are of interest
        }

        /// Called by the thread that trains `run` when it was stopped.
        default void stopped(PlannedRun run, RunResult result) {
            // only results are of interest
        }

        /// Called by the thread that called [SweepExecutor#train] when `run` finished or diverged.
        void finished(PlannedRun run, FinishedRun result);
    }
}
