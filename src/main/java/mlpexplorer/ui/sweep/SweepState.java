package mlpexplorer.ui.sweep;

import mlpexplorer.experiment.sweep.SweepRunner;

/// State of the sweep.
sealed interface SweepState {

    /// No sweep has been run.
    record Idle() implements SweepState {}

    /// Running; no run has finished before the first progress.
    record Running(SweepRunner.Progress progress) implements SweepState {}

    /// All runs have finished.
    record Complete(int runs, int found, double seconds) implements SweepState {}

    /// Stopped by the user; finished runs are kept.
    record Stopped(int done, int of) implements SweepState {}

    /// Failed for the given reason.
    record Failed(String message) implements SweepState {}
}
