package mlpexplorer.experiment.store;

import java.util.Locale;
import mlpexplorer.experiment.Outcome;

/// How a stored run stands.
public enum RunState {
    /// Being trained by a program that is alive.
    RUNNING,
    /// Ended by its stop rule.
    FINISHED,
    DIVERGED,
    /// Ended by hand.
    STOPPED,
    /// Its program was gone before it ended; what was trained up to the last second is there.
    INTERRUPTED;

    static RunState of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished _ -> FINISHED;
            case Outcome.Diverged _ -> DIVERGED;
            case Outcome.Stopped _ -> STOPPED;
        };
    }

    /// As the database, filters and the command line write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
