package mlpexplorer.experiment.sweep;

import java.util.Optional;
import mlpexplorer.experiment.RunStart;

/// The runs that are over already, which a sweep need not train again. Used from one thread, the one that runs the sweep.
public interface FinishedRuns {
    /// Knows no run and keeps none.
    FinishedRuns NONE = new FinishedRuns() {
        @Override
        public Optional<FinishedRun> find(RunStart start) {
            return Optional.empty();
        }

        @Override
        public void keep(RunStart start, FinishedRun result) {
            // nothing is kept
        }
    };

    /// What came of the run that began there, if it finished or diverged; found by [RunStart#fingerprint].
    Optional<FinishedRun> find(RunStart start);

    /// Keeps a run, at once, so that it outlives the program being killed.
    void keep(RunStart start, FinishedRun result);
}
