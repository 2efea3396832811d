package mlpexplorer.experiment.sweep;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/// Executes the runs of a sweep.
public interface SweepExecutor {

    /// Trains `runs` in any order and returns when all are finished, or within 100 ms after
    /// `stopAsked` or an interrupt of the calling thread. `done` receives each run that finished or
    /// diverged, on the calling thread. A run that cannot be trained at all ends the sweep with its
    /// exception.
    void train(
            List<PlannedRun> runs,
            BooleanSupplier stopAsked,
            BiConsumer<PlannedRun, FinishedRun> done);
}
