package mlpexplorer.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.experiment.store.StoredSweepRuns;
import mlpexplorer.experiment.sweep.FinishedRun;
import mlpexplorer.experiment.sweep.FinishedRuns;

/// Keeps the runs of a sweep in the database and, where that is wanted, takes those from there that are done.
final class SweepKeeping implements FinishedRuns, AutoCloseable {
    private static final List<String> TAGS = List.of("sweep");

    private final Optional<RunRecorder> recorder;
    private final FinishedRuns stored;
    private final boolean resume;
    private final PrintStream err;

    /// @param recorder closed at the end
    SweepKeeping(Optional<RunRecorder> recorder, boolean resume, PrintStream err) {
        this.recorder = recorder;
        this.stored = recorder.<FinishedRuns>map(open -> new StoredSweepRuns(open, TAGS)).orElse(FinishedRuns.NONE);
        this.resume = resume;
        this.err = err;
    }

    @Override
    public Optional<FinishedRun> find(RunStart start) {
        return resume ? stored.find(start) : Optional.empty();
    }

    @Override
    public void keep(RunStart start, FinishedRun result) {
        stored.keep(start, result);
    }

    @Override
    public void close() {
        recorder.ifPresent(open -> RunKeeping.tell(open, err));
    }
}
