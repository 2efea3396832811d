package mlpexplorer.experiment.sweep;

/// Who wants to know how a sweep goes. Called on the thread that runs it.
@FunctionalInterface
public interface SweepWatch {
    /// A run is over: just now, or it was found finished.
    void over(PlannedRun run, FinishedRun result, SweepProgress progress);
}
