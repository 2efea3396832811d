package mlpexplorer.ui.sweep;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.sweep.Axis;
import mlpexplorer.experiment.sweep.FinishedRun;
import mlpexplorer.experiment.sweep.PlannedRun;
import mlpexplorer.experiment.sweep.RunCache;
import mlpexplorer.experiment.sweep.Sweep;
import mlpexplorer.experiment.sweep.SweepExecutor;
import mlpexplorer.experiment.sweep.SweepRunner;
import mlpexplorer.experiment.sweep.SweepTable;
import mlpexplorer.experiment.sweep.SweepTable.SweepRow;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.sweep.SweepDraft.AxisDraft;
import mlpexplorer.ui.workbench.ActiveLesson;
import mlpexplorer.ui.workbench.Workbench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The state and operations of the Sweep page: the draft, the running sweep, and its results.
final class SweepViewModel {
    private static final long POLL_NANOS = 100_000_000;

    /// Number of values of an axis that are checked during typing.
    private static final int MAX_CHECKED = 24;

    private final Workbench workbench;
    private final Jobs jobs;
    private final SweepExecutor engine;
    private final RunCache store;
    private final ObjectProperty<SweepDraft> draft =
            new SimpleObjectProperty<>(this, "draft", SweepTemplate.CAPACITY.draft());
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", new State.Idle());
    private final ReadOnlyObjectWrapper<Optional<SweepTable>> table =
            new ReadOnlyObjectWrapper<>(this, "table", Optional.empty());
    private Optional<Results> results = Optional.empty();
    private SweepExecution execution;
    private long lookedAt;

    /// The state shared with a running sweep; one per sweep.
    private static final class SweepExecution {
        final AtomicBoolean canceled = new AtomicBoolean();
        final Queue<Over> over = new ConcurrentLinkedQueue<>();
        final long began = System.nanoTime();
        final ActiveLesson.Side lesson;

        SweepExecution(ActiveLesson.Side lesson) {
            this.lesson = lesson;
        }
    }

    private record Over(PlannedRun run, FinishedRun result, SweepRunner.Progress progress) {}

    /// @param jobs runs the sweeps
    /// @param store stores and finds runs
    SweepViewModel(Workbench workbench, Jobs jobs, SweepExecutor engine, RunCache store) {
        this.workbench = workbench;
        this.jobs = jobs;
        this.engine = engine;
        this.store = store;
        execution = new SweepExecution(workbench.lesson().side());
    }

    ReadOnlyObjectProperty<SweepDraft> draftProperty() {
        return draft;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The finished runs of the last sweep; empty before the first one.
    ReadOnlyObjectProperty<Optional<SweepTable>> tableProperty() {
        return table.getReadOnlyProperty();
    }

    void change(UnaryOperator<SweepDraft> edit) {
        draft.set(edit.apply(draft.get()));
    }

    boolean isRunning() {
        return state.get() instanceof State.Running;
    }

    /// The sweep described by the draft. Throws [UserError] if it is invalid, as far as can be
    /// checked without planning it.
    Sweep wanted() {
        return draft.get().sweep(workbench.spec());
    }

    /// The error in the first values of `axis`; empty if they are valid.
    Optional<String> problem(AxisDraft axis) {
        try {
            List<Axis> axes = axis.axis().stream().toList();
            Sweep alone = new Sweep(draft.get().template().base(workbench.spec()), axes, 1);
            return IntStream.range(0, axes.isEmpty() ? 0 : Math.min(MAX_CHECKED, alone.cells()))
                    .mapToObj(cell -> problem(alone, cell))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (UserError e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> problem(Sweep alone, int cell) {
        RunSpec spec;
        try {
            spec = alone.spec(cell);
        } catch (UserError e) {
            SweepParameter parameter = SweepParameter.of(alone.axes().getFirst().path());
            return Optional.of(
                    parameter == SweepParameter.OTHER
                            ? String.valueOf(e.getMessage())
                            : Messages.text(
                                    "sweep.values.wrong",
                                    alone.values(cell).getFirst(),
                                    Messages.name("sweep.parameter", parameter),
                                    parameter.defaultValues()));
        }
        try {
            workbench.lesson().side().requireAllowed(new RunStart(spec));
            return Optional.empty();
        } catch (UserError e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// Curves and weights of a run of the table.
    Optional<FinishedRun> detail(int index) {
        return results.flatMap(known -> known.detail(index));
    }

    /// Runs the sweep described by the draft; finished runs are reused.
    void run() {
        if (isRunning()) {
            return;
        }
        try {
            begin(wanted());
        } catch (UserError e) {
            state.set(new State.Failed(String.valueOf(e.getMessage())));
        }
    }

    private void begin(Sweep sweep) {
        RunCache known = results.map(last -> last.known(store)).orElse(store);
        SweepExecution fresh = new SweepExecution(workbench.lesson().side());
        execution = fresh;
        Optional<Results> before = results;
        Optional<SweepTable> tableBefore = table.get();
        results = Optional.of(new Results(sweep));
        table.set(Optional.of(new SweepTable(sweep, List.of())));
        state.set(
                new State.Running(
                        new SweepRunner.Progress(0, sweep.runs(), 0, OptionalDouble.empty())));
        SweepRunner runner = new SweepRunner(engine, known, System::nanoTime);
        jobs.run(
                () -> {
                    sweep.plan().forEach(run -> fresh.lesson.requireAllowed(run.start()));
                    return runner.run(
                            sweep,
                            fresh.canceled::get,
                            (run, result, progress) ->
                                    fresh.over.add(new Over(run, result, progress)));
                },
                this::ended,
                cause -> {
                    failed(cause);
                    if (table.get().filter(shown -> !shown.rows().isEmpty()).isEmpty()) {
                        results = before;
                        table.set(tableBefore);
                    }
                });
    }

    /// Stops within a tenth of a second.
    void cancel() {
        execution.canceled.set(true);
    }

    /// Call once per pulse. The table is updated at most a few times per second, since a large one
    /// takes some milliseconds.
    void pulse(long now) {
        if (now - lookedAt >= POLL_NANOS) {
            lookedAt = now;
            fetch();
        }
    }

    private void fetch() {
        boolean changed = false;
        for (Over over = execution.over.poll(); over != null; over = execution.over.poll()) {
            Over next = over;
            results.ifPresent(known -> known.add(next.run(), next.result()));
            execution.lesson.add(
                    next.run().start(), next.result().end(), next.result().parameters().count());
            state.set(new State.Running(over.progress()));
            changed = true;
        }
        if (changed) {
            table.set(results.map(Results::table));
        }
    }

    private void ended(SweepTable whole) {
        fetch();
        int found =
                state.get() instanceof State.Running(SweepRunner.Progress progress)
                        ? progress.found()
                        : 0;
        int runs = whole.rows().size();
        state.set(
                whole.isComplete()
                        ? new State.Complete(
                                runs, found, (System.nanoTime() - execution.began) * 1e-9)
                        : new State.Stopped(runs, whole.sweep().runs()));
    }

    private void failed(Exception cause) {
        fetch();
        state.set(new State.Failed(UserError.message(cause)));
    }

    /// The results of a sweep so far: the rows of all runs, and curves and weights of as many as
    /// fit into memory. FX thread.
    private static final class Results {
        /// About 200 MB.
        private static final long MAX_NUMBERS = 25_000_000;

        private final Sweep sweep;
        private final List<SweepRow> rows = new ArrayList<>();
        private final Map<Integer, FinishedRun> details = new HashMap<>();
        private final List<PlannedRun> detailed = new ArrayList<>();
        private long numbers;

        Results(Sweep sweep) {
            this.sweep = sweep;
        }

        void add(PlannedRun run, FinishedRun result) {
            rows.add(SweepRow.of(run, result));
            long size = 10L * result.log().size() + result.parameters().count();
            if (numbers + size <= MAX_NUMBERS) {
                numbers += size;
                details.put(run.index(), result);
                detailed.add(run);
            }
        }

        SweepTable table() {
            return new SweepTable(sweep, rows);
        }

        /// Curves and weights of a run by index, if kept.
        Optional<FinishedRun> detail(int index) {
            return Optional.ofNullable(details.get(index));
        }

        /// An immutable cache of these results for another sweep. Asks `then` for runs that are not
        /// found here, and stores all runs in it.
        RunCache known(RunCache then) {
            List<PlannedRun> runs = List.copyOf(detailed);
            Map<Integer, FinishedRun> results = Map.copyOf(details);
            return new RunCache() {
                private final Map<String, FinishedRun> byFingerprint = new HashMap<>();

                @Override
                public Optional<FinishedRun> find(RunStart start) {
                    if (byFingerprint.isEmpty()) {
                        runs.forEach(run ->
                                byFingerprint.put(
                                        run.start().fingerprint(), results.get(run.index())));
                    }
                    return Optional.ofNullable(byFingerprint.get(start.fingerprint()))
                            .or(() -> then.find(start));
                }

                @Override
                public Entry begin(RunStart start, Instant started) {
                    return then.begin(start, started);
                }
            };
        }
    }

    /// State of the sweep.
    sealed interface State {

        /// No sweep has been run.
        record Idle() implements State {}

        /// Running; no run has finished before the first progress.
        record Running(SweepRunner.Progress progress) implements State {}

        /// All runs have finished.
        record Complete(int runs, int found, double seconds) implements State {}

        /// Stopped by the user; finished runs are kept.
        record Stopped(int done, int of) implements State {}

        /// Failed for the given reason.
        record Failed(String message) implements State {}
    }
}
