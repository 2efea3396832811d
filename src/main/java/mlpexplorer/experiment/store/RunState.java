package mlpexplorer.experiment.store;

import mlpexplorer.experiment.Outcome;

import java.util.Locale;

/// The state of a stored run.
public enum RunState {
    /// Being trained by a running program.
    RUNNING,
    /// Ended by its stop rule.
    FINISHED,
    DIVERGED,
    /// Stopped by the user.
    STOPPED,
    /// Its program ended before the run did; everything up to the last second is stored.
    INTERRUPTED;

    static RunState of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished _ -> FINISHED;
            case Outcome.Diverged _ -> DIVERGED;
            case Outcome.Stopped _ -> STOPPED;
        };
    }

    /// The name in the database, filters and the command line.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
