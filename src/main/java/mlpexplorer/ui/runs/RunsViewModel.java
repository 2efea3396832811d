package mlpexplorer.ui.runs;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import mlpexplorer.data.io.DataLoader;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.filter.RunFilter;
import mlpexplorer.experiment.filter.RunFilter.FilterException;
import mlpexplorer.experiment.store.RunLabel;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.training.MetricLog;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.workbench.Notice;
import mlpexplorer.ui.workbench.OpenExperiment;
import mlpexplorer.ui.workbench.ReferenceCurves;
import mlpexplorer.ui.workbench.Workbench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The state and operations of the Runs page.
///
/// [#pulse] checks for changes and reloads the list; filter and order are applied off the FX
/// thread. Label changes are displayed immediately and written later.
final class RunsViewModel {
    static final Comparator<RunSummary> NEWEST_FIRST =
            Comparator.comparingLong(RunSummary::id).reversed();

    static final int MAX_PINNED = 6;

    private static final long POLL_NANOS = 1_000_000_000;

    /// Polling takes at most a tenth of the time.
    private static final long MIN_IDLE_FACTOR = 10;

    private final Workbench workbench;
    private final RunRecorder recorder;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<List<RunSummary>> all =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<RunSummary>> shown =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<FilterException>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunSummary>> baseline =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Integer> deleted = new ReadOnlyObjectWrapper<>(0);
    private final ReadOnlyObjectWrapper<List<ReferenceCurves>> pinned =
            new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<Comparator<RunSummary>> order =
            new SimpleObjectProperty<>(this, "order", NEWEST_FIRST);
    private final BooleanProperty testHidden = new SimpleBooleanProperty(this, "testHidden");
    private final Deque<List<Long>> deletions = new ArrayDeque<>();
    private String revision = "";
    private boolean polling;
    private long nextPoll = Long.MIN_VALUE;
    private int arrangement;
    private List<RunSummary> pins = List.of();

    /// @param jobs background work, one at a time, in order
    RunsViewModel(Workbench workbench, RunRecorder recorder, Jobs jobs) {
        this.workbench = workbench;
        this.recorder = recorder;
        this.jobs = jobs;
        filter.addListener((_, _, _) -> arrange());
        order.addListener((_, _, _) -> arrange());
        testHidden.addListener((_, _, hidden) -> {
            show(all.get());
            if (!hidden) {
                // What was omitted must be loaded again.
                revision = "";
                nextPoll = Long.MIN_VALUE;
            }
        });
    }

    /// A list and its inputs.
    private record Listing(String revision, List<RunSummary> runs, long nanos) {}

    /// All runs, newest first.
    ReadOnlyObjectProperty<List<RunSummary>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /// The runs that match the filter, in order.
    ReadOnlyObjectProperty<List<RunSummary>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    StringProperty filterProperty() {
        return filter;
    }

    /// Whether to hide test metrics, also from filter and order.
    BooleanProperty testHiddenProperty() {
        return testHidden;
    }

    /// The error in the filter, if any; the list is not changed then.
    ReadOnlyObjectProperty<Optional<FilterException>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ObjectProperty<Comparator<RunSummary>> orderProperty() {
        return order;
    }

    /// The baseline for comparisons.
    ReadOnlyObjectProperty<Optional<RunSummary>> baselineProperty() {
        return baseline.getReadOnlyProperty();
    }

    /// The newest pinned runs with their curves, at most [#MAX_PINNED].
    ReadOnlyObjectProperty<List<ReferenceCurves>> pinnedProperty() {
        return pinned.getReadOnlyProperty();
    }

    /// The number of runs that [#undo] would restore; 0 if none.
    ReadOnlyObjectProperty<Integer> deletedProperty() {
        return deleted.getReadOnlyProperty();
    }

    /// Call once per pulse while visible.
    void pulse(long now) {
        if (polling || now < nextPoll) {
            return;
        }
        polling = true;
        String known = revision;
        Callable<Optional<Listing>> look =
                () ->
                        recorder.ask(store ->
                                store.revision().equals(known)
                                        ? Optional.empty()
                                        : Optional.of(listing(store)));
        jobs.run(
                look,
                found -> {
                    polling = false;
                    nextPoll =
                            now
                                    + Math.max(
                                            POLL_NANOS,
                                            MIN_IDLE_FACTOR * found.map(Listing::nanos).orElse(0L));
                    found.ifPresent(this::take);
                },
                failure -> {
                    polling = false;
                    nextPoll = now + MIN_IDLE_FACTOR * POLL_NANOS;
                    showFailure(failure);
                });
    }

    private static Listing listing(RunStore store) {
        long began = System.nanoTime();
        List<RunSummary> runs = store.list();
        return new Listing(store.revision(), runs, System.nanoTime() - began);
    }

    private void take(Listing listing) {
        revision = listing.revision();
        show(listing.runs());
    }

    private void show(List<RunSummary> known) {
        List<RunSummary> runs =
                testHidden.get() ? known.stream().map(RunSummary::withoutTest).toList() : known;
        all.set(runs);
        baseline.set(
                baseline.get()
                        .flatMap(base ->
                                runs.stream().filter(run -> run.id() == base.id()).findFirst()));
        arrange();
        fetchPinned();
    }

    private void fetchPinned() {
        List<RunSummary> now =
                all.get().stream().filter(run -> run.label().pinned()).limit(MAX_PINNED).toList();
        if (!now.equals(pins)) {
            pins = now;
            boolean hidden = testHidden.get();
            ask(
                    store ->
                            now.stream()
                                    .map(run -> RunText.reference(run, log(store, run, hidden)))
                                    .toList(),
                    pinned::set);
        }
    }

    private static MetricLog.View log(RunStore store, RunSummary run, boolean testHidden) {
        MetricLog.View log = store.metrics(run.id());
        return testHidden ? log.withoutTest() : log;
    }

    private void arrange() {
        RunFilter wanted;
        try {
            wanted = new RunFilter(filter.get());
        } catch (FilterException e) {
            problem.set(Optional.of(e));
            return;
        }
        problem.set(Optional.empty());
        int expected = ++arrangement;
        List<RunSummary> runs = all.get();
        Comparator<RunSummary> by = order.get();
        jobs.run(
                () -> runs.stream().filter(wanted).sorted(by).toList(),
                arranged -> {
                    if (expected == arrangement) {
                        shown.set(arranged);
                    }
                },
                this::showFailure);
    }

    /// Changes the label of a run.
    void label(RunSummary run, UnaryOperator<RunLabel> edit) {
        RunLabel before =
                all.get().stream()
                        .filter(each -> each.id() == run.id())
                        .findFirst()
                        .orElse(run)
                        .label();
        RunLabel label = edit.apply(before);
        if (label.equals(before)) {
            return;
        }
        show(
                all.get().stream()
                        .map(each -> each.id() == run.id() ? each.withLabel(label) : each)
                        .toList());
        write(store -> {
            store.label(run.id(), label);
            return true;
        });
    }

    void rename(RunSummary run, String name) {
        label(run, label -> label.withName(name.strip().equals(run.title()) ? label.name() : name));
    }

    /// Sets or clears `run` as the baseline.
    void toggleBaseline(RunSummary run) {
        boolean was = baseline.get().filter(base -> base.id() == run.id()).isPresent();
        baseline.set(was ? Optional.empty() : Optional.of(run));
    }

    void delete(List<RunSummary> runs) {
        Set<Long> ids = runs.stream().map(RunSummary::id).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return;
        }
        deletions.push(List.copyOf(ids));
        deleted.set(ids.size());
        show(all.get().stream().filter(run -> !ids.contains(run.id())).toList());
        Instant now = Instant.now();
        write(store -> {
            store.delete(ids, now);
            return true;
        });
    }

    /// Restores the runs that were deleted last.
    void undo() {
        if (deletions.isEmpty()) {
            return;
        }
        List<Long> ids = deletions.pop();
        deleted.set(deletions.isEmpty() ? 0 : deletions.peek().size());
        write(store -> {
            store.restore(ids);
            return true;
        });
        nextPoll = Long.MIN_VALUE;
    }

    /// Opens a run in the window with its given initial weights, then calls `then`. If its data
    /// file is missing, the window does not change and says so; if the file has changed, the window
    /// says that too.
    void open(RunSummary run, Runnable then) {
        ask(
                store -> store.start(run.id()),
                start -> ReopenedRun.of(run, start),
                found -> {
                    if (found.missing().isPresent()) {
                        workbench
                                .notice()
                                .show(
                                        Notice.Level.PROBLEM,
                                        Messages.text(
                                                "runs.file-gone", run.id(), found.missing().get()));
                    } else if (found.content()
                            .flatMap(content -> content.openIn(workbench))
                            .isEmpty()) {
                        found.changed()
                                .ifPresent(file ->
                                        workbench
                                                .notice()
                                                .show(
                                                        Notice.Level.PROBLEM,
                                                        Messages.text(
                                                                "runs.file-changed",
                                                                run.id(),
                                                                file)));
                        then.run();
                    }
                });
    }

    /// Queries the store in the background.
    <T> void ask(Function<RunStore, T> question, Consumer<T> then) {
        jobs.run(() -> recorder.ask(question), then, this::showFailure);
    }

    /// Queries the store in the background and processes the result.
    <A, T> void ask(Function<RunStore, A> question, Function<A, T> work, Consumer<T> then) {
        jobs.run(() -> work.apply(recorder.ask(question)), then, this::showFailure);
    }

    private void write(Function<RunStore, Boolean> work) {
        ask(work, _ -> {});
    }

    private void showFailure(Exception failure) {
        workbench.notice().show(failure);
    }

    /// A stored run being reopened, and the state of its data files.
    ///
    /// @param content the run and its data; empty if a file is missing
    /// @param missing a missing file
    /// @param changed a file that has changed since the run
    private record ReopenedRun(
            Optional<OpenExperiment> content, Optional<Path> missing, Optional<Path> changed) {

        /// Reads the files; do not call on the FX thread.
        static ReopenedRun of(RunSummary run, RunStart start) {
            Optional<Path> missing = DataLoader.missing(start.spec().data());
            Optional<Path> file = DataLoader.files(start.spec().data()).stream().findFirst();
            boolean same =
                    file.isEmpty()
                            || missing.isPresent()
                            || start.fingerprint().equals(run.fingerprint());
            return new ReopenedRun(
                    missing.isPresent()
                            ? Optional.empty()
                            : Optional.of(OpenExperiment.read(start)),
                    missing,
                    same ? Optional.empty() : file);
        }
    }
}
