package mlpexplorer.experiment.sweep;

import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.sweep.SweepTable.SweepRow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Runs sweeps on the caller's thread: reuses finished runs, trains the rest with an engine, and
/// stores each run while it is trained and as soon as it has finished.
public final class SweepRunner {
    private final SweepExecutor engine;
    private final RunCache store;
    private final LongSupplier clock;

    /// @param clock clock in nanoseconds, like [System#nanoTime], for estimating the remaining time
    public SweepRunner(SweepExecutor engine, RunCache store, LongSupplier clock) {
        this.engine = engine;
        this.store = store;
        this.clock = clock;
    }

    /// Runs `sweep` until it ends or `stopAsked` is true; finished runs are kept. The rows are in
    /// the order of the plan. Throws [mlpexplorer.data.io.UserError] if a value is invalid for its
    /// path or a data file cannot be used.
    public SweepTable run(Sweep sweep, BooleanSupplier stopAsked, Listener watch) {
        SweepExecution execution = new SweepExecution(sweep.plan(), watch);
        List<PlannedRun> open =
                execution.plan.stream()
                        .filter(run -> stopAsked.getAsBoolean() || !find(run, execution))
                        .toList();
        execution.begin(open);
        if (!stopAsked.getAsBoolean()) {
            engine.train(open, stopAsked, execution);
        }
        return new SweepTable(sweep, execution.rows);
    }

    private boolean find(PlannedRun run, SweepExecution execution) {
        Optional<FinishedRun> known = store.find(run.start());
        known.ifPresent(result -> execution.found(run, result));
        return known.isPresent();
    }

    /// The state of one sweep.
    private final class SweepExecution implements SweepExecutor.Observer {
        final List<PlannedRun> plan;
        final List<SweepRow> rows = new ArrayList<>();
        private final Listener watch;
        private final Map<Integer, RunCache.Entry> inTraining = new ConcurrentHashMap<>();
        private int found;
        private long began;
        private double workDone;
        private double workLeft;

        SweepExecution(List<PlannedRun> plan, Listener watch) {
            this.plan = plan;
            this.watch = watch;
        }

        void found(PlannedRun run, FinishedRun result) {
            found++;
            add(run, result, OptionalDouble.empty());
        }

        void begin(List<PlannedRun> open) {
            began = clock.getAsLong();
            workLeft = open.stream().mapToDouble(PlannedRun::work).sum();
        }

        @Override
        public void progress(PlannedRun run, RunLoop loop) {
            inTraining
                    .computeIfAbsent(run.index(), _ -> store.begin(run.start(), loop.started()))
                    .progress(loop);
        }

        @Override
        public void stopped(PlannedRun run, RunResult result) {
            Optional.ofNullable(inTraining.remove(run.index()))
                    .ifPresent(entry -> entry.stopped(result));
        }

        @Override
        public void finished(PlannedRun run, FinishedRun result) {
            Optional.ofNullable(inTraining.remove(run.index()))
                    .orElseGet(() -> store.begin(run.start(), result.started()))
                    .finish(result);
            trained(run, result);
        }

        private void trained(PlannedRun run, FinishedRun result) {
            workDone += run.work();
            workLeft -= run.work();
            double seconds = (clock.getAsLong() - began) * 1e-9;
            add(run, result, OptionalDouble.of(Math.max(0, seconds * workLeft / workDone)));
        }

        private void add(PlannedRun run, FinishedRun result, OptionalDouble secondsLeft) {
            rows.add(SweepRow.of(run, result));
            watch.finished(run, result, new Progress(rows.size(), plan.size(), found, secondsLeft));
        }
    }

    /// A listener of a sweep, called on the thread that runs it.
    @FunctionalInterface
    public interface Listener {
        /// Called when a run has finished or was found in the cache.
        void finished(PlannedRun run, FinishedRun result, Progress progress);
    }

    /// The progress of a sweep.
    ///
    /// @param done finished runs, including those found in the cache
    /// @param of total number of runs
    /// @param found runs found in the cache
    /// @param secondsLeft estimated remaining time; empty before the first run has finished
    public record Progress(int done, int of, int found, OptionalDouble secondsLeft) {}
}
