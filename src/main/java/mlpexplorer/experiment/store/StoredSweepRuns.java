package mlpexplorer.experiment.store;

import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.sweep.FinishedRun;
import mlpexplorer.experiment.sweep.RunCache;
import mlpexplorer.training.Divergence;
import mlpexplorer.training.StopReason;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stores the runs of a sweep and finds them again, so that an interrupted sweep can resume. Runs
/// of the window or of `train` with the same start are reused too.
public final class StoredSweepRuns implements RunCache {
    private static final Pattern DIVERGED =
            Pattern.compile("epoch (\\d+), layer (\\d+), loss (\\S+)");

    private final RunRecorder recorder;
    private final List<String> tags;

    /// @param tags tags of the stored runs, such as the name of the sweep
    public StoredSweepRuns(RunRecorder recorder, List<String> tags) {
        this.recorder = recorder;
        this.tags = List.copyOf(tags);
    }

    @Override
    public Optional<FinishedRun> find(RunStart start) {
        String fingerprint = start.fingerprint();
        return interruptibly(() ->
                recorder.ask(
                        store -> store.finished(fingerprint).flatMap(run -> read(store, run))));
    }

    @Override
    public void keep(RunStart start, FinishedRun result) {
        Instant started =
                Instant.now().minus(Duration.ofNanos((long) (result.end().seconds() * 1e9)));
        NewRun run = new NewRun(start, result.parameters().count(), started, "", tags);
        recorder.begin(run).finish(result.log(), result.end(), result.parameters());
        interruptibly(() -> recorder.ask(_ -> Optional.empty()));
    }

    private static Optional<FinishedRun> read(RunStore store, RunSummary run) {
        RunSummary.Progress progress = run.progress();
        RunEnd end =
                new RunEnd(
                        outcome(progress),
                        progress.epochs(),
                        progress.updates(),
                        progress.seconds(),
                        progress.metrics());
        return store.parameters(run.id())
                .map(parameters -> new FinishedRun(end, store.metrics(run.id()), parameters));
    }

    private static Outcome outcome(RunSummary.Progress progress) {
        Matcher diverged = DIVERGED.matcher(progress.reason());
        return diverged.matches()
                ? new Outcome.Diverged(
                        new Divergence(
                                Long.parseLong(diverged.group(1)),
                                Integer.parseInt(diverged.group(2)),
                                Double.parseDouble(diverged.group(3))))
                : new Outcome.Finished(
                        StopReason.valueOf(progress.reason().toUpperCase(Locale.ROOT)));
    }

    private interface Query<T> {
        T answer() throws InterruptedException;
    }

    /// An interrupt stops the sweep; the requested run then counts as not found.
    private static <T> Optional<T> interruptibly(Query<Optional<T>> query) {
        try {
            return query.answer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
