package mlpexplorer.training;

/// What a session is doing.
public sealed interface Phase {

    /// At the start, nothing trained yet.
    record Ready() implements Phase {}

    /// Training.
    record Running() implements Phase {}

    /// Stopped by hand, may go on.
    record Paused() implements Phase {}

    /// Ended by its stop rule; the parameters shown are the best ones where early stopping is on. Playing on extends it by as many
    /// epochs again.
    record Finished(StopReason reason) implements Phase {}

    /// Ended by divergence; the parameters shown are the last good ones, or the best ones where early stopping is on.
    record Diverged(Divergence divergence) implements Phase {}

    /// Could not begin or go on: told by [TrainingSession#pollFailure], as there is no frame to show.
    record Failed(Throwable cause) implements Phase {}
}
