package mlpexplorer.training;

import mlpexplorer.training.StopRule.StopReason;

/// The phase of a session.
public sealed interface Phase {

    /// At the start, nothing trained yet.
    record Ready() implements Phase {}

    /// Training.
    record Running() implements Phase {}

    /// Paused by the user; can continue.
    record Paused() implements Phase {}

    /// Ended by its stop rule; with early stopping, the displayed parameters are the best ones.
    /// Continuing extends it by as many epochs again.
    record Finished(StopReason reason) implements Phase {}

    /// Ended by divergence; the displayed parameters are the last good ones, or the best ones with
    /// early stopping.
    record Diverged(Divergence divergence) implements Phase {}

    /// Could not start or continue; reported by [TrainingSession#pollFailure], as there is no
    /// frame.
    record Failed(Throwable cause) implements Phase {}
}
