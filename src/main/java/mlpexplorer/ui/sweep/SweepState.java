package mlpexplorer.ui.sweep;

import mlpexplorer.experiment.sweep.SweepProgress;

/// How it stands with the sweep.
sealed interface SweepState {

    /// None was run yet.
    record Idle() implements SweepState {}

    /// It runs; nothing is over before the first progress.
    record Running(SweepProgress progress) implements SweepState {}

    /// All runs are over.
    record Complete(int runs, int found, double seconds) implements SweepState {}

    /// It was stopped; what is over stays.
    record Stopped(int done, int of) implements SweepState {}

    /// It cannot be run, or not to its end, for the reason in the sentence.
    record Failed(String sentence) implements SweepState {}
}
