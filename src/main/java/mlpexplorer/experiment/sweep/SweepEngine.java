package mlpexplorer.experiment.sweep;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/// Where the runs of a sweep are trained: on the processors of this machine, or one day on others.
public interface SweepEngine {

    /// Trains `runs` in whatever order and returns when all are over, or within 100 ms of `stopAsked`; an interrupt of the
    /// calling thread asks as well. `done` is told of each run that finished or diverged, on the calling thread. A run that
    /// cannot be trained at all ends the whole, with what it threw.
    void train(List<PlannedRun> runs, BooleanSupplier stopAsked, BiConsumer<PlannedRun, FinishedRun> done);
}
