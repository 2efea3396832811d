package mlpexplorer.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import mlpexplorer.data.Split;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.SplitCache;
import mlpexplorer.nn.Require;
import org.jspecify.annotations.Nullable;

/// Executes sweeps on the cores of this machine: several threads, each of which trains one run at a time.
public final class LocalCores implements SweepEngine {
    public static final int MAX_JOBS = 256;

    private static final long LOOK_MILLIS = 10;
    private static final long FAREWELL_MILLIS = 50;

    private final int jobs;

    /// @param jobs number of parallel runs, 1 to 256
    public LocalCores(int jobs) {
        this.jobs = Require.between("jobs", jobs, 1, MAX_JOBS);
    }

    /// One run per core.
    public LocalCores() {
        this(Math.min(MAX_JOBS, Runtime.getRuntime().availableProcessors()));
    }

    @Override
    public void train(List<PlannedRun> runs, BooleanSupplier stopAsked, BiConsumer<PlannedRun, FinishedRun> done) {
        int atOnce = Math.min(jobs, runs.size());
        // Checked before any run is trained. The size of a file is known only after reading it.
        for (PlannedRun run : runs) {
            run.start().spec().data().shape().ifPresent(shape -> run.start().requireMemory(shape, atOnce));
        }
        Crew crew = new Crew(runs, atOnce);
        try {
            for (int i = 1; i <= atOnce; i++) {
                crew.threads.add(Thread.ofPlatform().daemon().name("sweep-" + i).start(crew::work));
            }
            int open = runs.size();
            while (open > 0 && !stopAsked.getAsBoolean()) {
                open -= report(crew.ended.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS), done);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            crew.stop.set(true);
        }
        crew.awaitEnd();
        for (Ended late = crew.ended.poll(); late != null; late = crew.ended.poll()) {
            report(late, done);
        }
    }

    private static int report(@Nullable Ended ended, BiConsumer<PlannedRun, FinishedRun> done) {
        switch (ended) {
            case null -> {
                return 0;
            }
            case Ended.Well(PlannedRun run, RunResult result) -> done.accept(run, FinishedRun.of(result));
            case Ended.Badly(RuntimeException cause) -> throw cause;
            case Ended.Fatally(Error cause) -> throw cause;
        }
        return 1;
    }

    private sealed interface Ended {
        record Well(PlannedRun run, RunResult result) implements Ended {}

        record Badly(RuntimeException cause) implements Ended {}

        record Fatally(Error cause) implements Ended {}
    }

    /// The state shared by the threads of one sweep.
    private static final class Crew {
        final List<Thread> threads = new ArrayList<>();
        final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
        final AtomicBoolean stop = new AtomicBoolean();
        private final AtomicInteger next = new AtomicInteger();
        private final int atOnce;
        private final SplitCache splits = new SplitCache();
        private final List<PlannedRun> order;

        Crew(List<PlannedRun> runs, int atOnce) {
            this.atOnce = atOnce;
            order = PlannedRun.inOrder(runs);
        }

        void work() {
            for (int i = next.getAndIncrement(); i < order.size() && !stop.get(); i = next.getAndIncrement()) {
                try {
                    train(order.get(i));
                } catch (RuntimeException e) {
                    ended.add(new Ended.Badly(e));
                } catch (Error e) {
                    ended.add(new Ended.Fatally(e));
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
            RunResult result = loop.run(stop::get, _ -> {});
            if (!(result.end().outcome() instanceof Outcome.Stopped)) {
                ended.add(new Ended.Well(run, result));
            }
        }

        /// Does not wait for a thread that is measuring a large network; its result is ignored.
        void awaitEnd() {
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FAREWELL_MILLIS);
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
