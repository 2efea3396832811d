package mlpexplorer.experiment.store;

import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.sweep.FinishedRun;
import mlpexplorer.experiment.sweep.RunCache;
import mlpexplorer.training.Divergence;
import mlpexplorer.training.StopRule.StopReason;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stores the runs of a sweep while they are trained and finds finished ones again, so that an
/// interrupted sweep can resume. Runs of the window or of `train` with the same start are reused
/// too.
public final class StoredSweepRuns implements RunCache {
    private static final Pattern DIVERGED =
            Pattern.compile("epoch (\\d+), layer (\\d+), loss (\\S+)");

    /// A sweep can have thousands of shorter runs.
    private static final Duration MIN_DURATION = Duration.ofMillis(500);

    /// On a busy machine, threads notice late that they should stop.
    private static final Duration STOPPING = Duration.ofSeconds(2);

    private static final long POLL_NANOS = 1_000_000;

    private final RunRecorder recorder;
    private final List<String> tags;
    private final Duration minDuration;
    private final Set<Entry> inTraining = ConcurrentHashMap.newKeySet();

    /// @param tags tags of the stored runs, such as the name of the sweep
    public StoredSweepRuns(RunRecorder recorder, List<String> tags) {
        this(recorder, tags, MIN_DURATION);
    }

    /// @param minDuration a shorter run is written once, when it has finished
    StoredSweepRuns(RunRecorder recorder, List<String> tags, Duration minDuration) {
        this.recorder = recorder;
        this.tags = List.copyOf(tags);
        this.minDuration = minDuration;
    }

    @Override
    public Optional<FinishedRun> find(RunStart start) {
        String fingerprint = start.fingerprint();
        return interruptibly(() ->
                recorder.ask(store ->
                        store.finished(fingerprint)
                                .filter(run -> hasTest(start, run))
                                .flatMap(run -> read(store, run))));
    }

    /// False for a run that was stored without test metrics.
    private static boolean hasTest(RunStart start, RunSummary run) {
        return start.spec().split().test() == 0
                || !Double.isNaN(run.progress().metrics().test().metric());
    }

    @Override
    public Entry begin(RunStart start, Instant started) {
        return new StoredRun(new LoopRecording(recorder, start, started, tags, minDuration));
    }

    @Override
    public void awaitStopped() {
        long until = System.nanoTime() + STOPPING.toNanos();
        while (!inTraining.isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /// A run in training.
    private final class StoredRun implements Entry {
        private final LoopRecording recording;

        StoredRun(LoopRecording recording) {
            this.recording = recording;
        }

        @Override
        public void progress(RunLoop loop) {
            recording.progress(loop);
            if (recording.hasStarted()) {
                inTraining.add(this);
            }
        }

        /// A run too short to have been recorded is dropped.
        @Override
        public void stopped(RunResult result) {
            if (recording.hasStarted()) {
                recording.finish(result.log(), result.losses(), result.end(), result.parameters());
            }
            inTraining.remove(this);
        }

        @Override
        public void finish(FinishedRun result) {
            recording.finish(result.log(), result.losses(), result.end(), result.parameters());
            inTraining.remove(this);
            interruptibly(() -> recorder.ask(_ -> Optional.empty()));
        }
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
                .map(parameters ->
                        new FinishedRun(
                                progress.started(),
                                end,
                                store.metrics(run.id()),
                                store.updates(run.id()),
                                parameters));
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
