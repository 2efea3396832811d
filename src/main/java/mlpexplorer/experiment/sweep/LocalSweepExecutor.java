package mlpexplorer.experiment.sweep;

import mlpexplorer.data.Split;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.SplitCache;
import mlpexplorer.nn.Require;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Executes sweeps on the cores of this machine: several threads, each of which trains one run at a
/// time.
public final class LocalSweepExecutor implements SweepExecutor {
    public static final int MAX_JOBS = 256;

    private static final long POLL_MILLIS = 10;
    private static final long SHUTDOWN_TIMEOUT_MILLIS = 50;

    private final int jobs;

    /// @param jobs number of parallel runs, 1 to 256
    public LocalSweepExecutor(int jobs) {
        this.jobs = Require.between("jobs", jobs, 1, MAX_JOBS);
    }

    /// One run per core.
    public LocalSweepExecutor() {
        this(Math.min(MAX_JOBS, Runtime.getRuntime().availableProcessors()));
    }

    @Override
    public void train(List<PlannedRun> runs, BooleanSupplier stopAsked, Observer observer) {
        int atOnce = Math.min(jobs, runs.size());
        // Checked before any run is trained. The size of a file is known only after reading it.
        for (PlannedRun run : runs) {
            run.start()
                    .spec()
                    .data()
                    .shape()
                    .ifPresent(shape -> run.start().requireMemory(shape, atOnce));
        }
        WorkerPool workers = new WorkerPool(runs, atOnce, observer);
        try {
            for (int i = 1; i <= atOnce; i++) {
                workers.threads.add(
                        Thread.ofPlatform().daemon().name("sweep-" + i).start(workers::work));
            }
            int open = runs.size();
            while (open > 0 && !stopAsked.getAsBoolean()) {
                open -= report(workers.ended.poll(POLL_MILLIS, TimeUnit.MILLISECONDS), observer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            workers.stop.set(true);
        }
        workers.awaitEnd();
        for (Completion late = workers.ended.poll(); late != null; late = workers.ended.poll()) {
            report(late, observer);
        }
    }

    private static int report(@Nullable Completion ended, Observer observer) {
        switch (ended) {
            case null -> {
                return 0;
            }
            case Completion.Completed(PlannedRun run, FinishedRun result) ->
                    observer.finished(run, result);
            case Completion.Failed(RuntimeException cause) -> throw cause;
            case Completion.Crashed(Error cause) -> throw cause;
        }
        return 1;
    }

    private sealed interface Completion {
        record Completed(PlannedRun run, FinishedRun result) implements Completion {}

        record Failed(RuntimeException cause) implements Completion {}

        record Crashed(Error cause) implements Completion {}
    }

    /// The state shared by the threads of one sweep.
    private static final class WorkerPool {
        final List<Thread> threads = new ArrayList<>();
        final BlockingQueue<Completion> ended = new LinkedBlockingQueue<>();
        final AtomicBoolean stop = new AtomicBoolean();
        private final AtomicInteger next = new AtomicInteger();
        private final int atOnce;
        private final Observer observer;
        private final SplitCache splits = new SplitCache();
        private final List<PlannedRun> order;

        WorkerPool(List<PlannedRun> runs, int atOnce, Observer observer) {
            this.atOnce = atOnce;
            this.observer = observer;
            order = PlannedRun.inOrder(runs);
        }

        void work() {
            for (int i = next.getAndIncrement();
                    i < order.size() && !stop.get();
                    i = next.getAndIncrement()) {
                try {
                    train(order.get(i));
                } catch (RuntimeException e) {
                    ended.add(new Completion.Failed(e));
                } catch (Error e) {
                    ended.add(new Completion.Crashed(e));
                }
            }
        }

        private void train(PlannedRun run) {
            Split split = splits.split(run.start().spec());
            if (run.start().spec().data().shape().isEmpty()) {
                run.start().requireMemory(split.shape(), atOnce);
            }
            RunLoop loop = new RunLoop(run.start(), split, System::nanoTime);
            loop.stopAtOnce();
            RunResult result = loop.run(stop::get, _ -> observer.progress(run, loop));
            if (result.end().outcome() instanceof Outcome.Stopped) {
                observer.stopped(run, result);
            } else {
                ended.add(new Completion.Completed(run, FinishedRun.of(loop.started(), result)));
            }
        }

        /// Does not wait for a thread that is measuring a large network; its result is ignored.
        void awaitEnd() {
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SHUTDOWN_TIMEOUT_MILLIS);
            try {
                for (Thread thread : threads) {
                    long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                    thread.join(Math.max(1, left));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
