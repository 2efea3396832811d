package mlpexplorer.spark;

import mlpexplorer.data.io.DataLoader;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.sweep.PlannedRun;
import mlpexplorer.experiment.sweep.SweepExecutor;
import mlpexplorer.nn.Parameters;

import org.apache.spark.FutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;

import scala.collection.immutable.Range$;
import scala.collection.immutable.Seq;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Executes sweeps on a Spark cluster: one job, with a task for each run. Spark repeats the tasks
/// of a lost executor.
final class SparkSweepExecutor implements SweepExecutor {
    private static final long POLL_MILLIS = 10;

    /// When to tell that no executor has started.
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final int MAX_FILE_BYTES = Integer.MAX_VALUE - (1 << 10);

    private final JavaSparkContext context;
    private final Consumer<String> messages;

    /// @param messages receives sentences for the user, on any thread
    SparkSweepExecutor(JavaSparkContext context, Consumer<String> messages) {
        this.context = context;
        this.messages = messages;
    }

    @Override
    public void train(List<PlannedRun> runs, BooleanSupplier stopAsked, Observer observer) {
        if (runs.isEmpty()) {
            return;
        }
        List<PlannedRun> order = PlannedRun.inOrder(runs);
        Map<Path, Integer> indices = new LinkedHashMap<>();
        List<Broadcast<byte[]>> files = new ArrayList<>();
        List<byte[]> tasks = new ArrayList<>();
        for (PlannedRun run : order) {
            List<Path> named = DataLoader.files(run.start().spec().data());
            for (Path file : named) {
                if (!indices.containsKey(file)) {
                    indices.put(file, files.size());
                    files.add(context.broadcast(content(file)));
                }
            }
            tasks.add(
                    new RunMessage(
                                    run.start().spec(),
                                    named.stream().map(indices::get).toList(),
                                    named.stream().map(Path::toString).toList())
                            .bytes());
        }
        // All runs of a sweep have the same initial weights.
        Optional<Parameters> weights = order.getFirst().start().weights();
        RunTask work =
                new RunTask(SparkMain.build(), weights.map(Npz::bytes).orElse(new byte[0]), files);
        LossListener losses = new LossListener();
        context.sc().addSparkListener(losses);
        BlockingQueue<Result> ended = new LinkedBlockingQueue<>();
        FutureAction<BoxedUnit> job = submit(tasks, work, ended);
        try {
            await(order, job, ended, stopAsked, observer);
        } finally {
            context.sc().removeSparkListener(losses);
            job.cancel();
            for (Result late = ended.poll(); late != null; late = ended.poll()) {
                if (late.bytes[0] == RunTask.TRAINED) {
                    report(late, order, observer);
                }
            }
        }
    }

    private void await(
            List<PlannedRun> order,
            FutureAction<BoxedUnit> job,
            BlockingQueue<Result> ended,
            BooleanSupplier stopAsked,
            Observer observer) {
        long began = System.nanoTime();
        boolean patient = true;
        int open = order.size();
        try {
            while (open > 0 && !stopAsked.getAsBoolean()) {
                boolean over = job.isCompleted();
                Optional<Result> result =
                        Optional.ofNullable(ended.poll(POLL_MILLIS, TimeUnit.MILLISECONDS));
                if (result.isPresent()) {
                    report(result.get(), order, observer);
                    open--;
                    patient = false;
                } else if (over && !stopAsked.getAsBoolean()) {
                    throw ended(job);
                } else if (patient && System.nanoTime() - began > PATIENCE_NANOS) {
                    patient = false;
                    if (context.statusTracker().getExecutorInfos().length <= 1) {
                        messages.accept(
                                "No executor has started yet; check that the cluster has workers"
                                        + " with the cores and the memory that were asked for.");
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void report(Result result, List<PlannedRun> order, Observer observer) {
        if (result.bytes[0] != RunTask.TRAINED) {
            throw UserError.failure(
                    new String(result.bytes, 1, result.bytes.length - 1, StandardCharsets.UTF_8));
        }
        observer.finished(order.get(result.task), ResultMessage.read(result.bytes));
    }

    private static UserError ended(FutureAction<BoxedUnit> job) {
        Throwable cause =
                job.value().isDefined() && job.value().get().isFailure()
                        ? job.value().get().failed().get()
                        : new IllegalStateException("the job ended without results");
        return UserError.failure(
                "Spark ended the sweep: "
                        + SparkMain.reason(cause)
                        + "; finished runs are kept, and --resume trains the others.",
                cause);
    }

    private static byte[] content(Path file) {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw UserError.input(
                        file + " is too large to be sent to executors: the limit is 2 GB.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw UserError.unreadable(file, e);
        }
    }

    private FutureAction<BoxedUnit> submit(
            List<byte[]> tasks, RunTask work, BlockingQueue<Result> ended) {
        @SuppressWarnings("unchecked") // a range of Int
        Seq<Object> all = (Seq<Object>) (Seq<?>) Range$.MODULE$.apply(0, tasks.size());
        return context.sc()
                .submitJob(
                        context.parallelize(tasks, tasks.size()).rdd(),
                        work,
                        all,
                        new ResultHandler(ended),
                        new AbstractFunction0<BoxedUnit>() {
                            @Override
                            public BoxedUnit apply() {
                                return BoxedUnit.UNIT;
                            }
                        });
    }

    /// @param task index of the task
    private record Result(int task, byte[] bytes) {}

    /// Called by Spark when a task has ended, once for each.
    private static final class ResultHandler extends AbstractFunction2<Object, byte[], BoxedUnit> {
        private final BlockingQueue<Result> ended;

        ResultHandler(BlockingQueue<Result> ended) {
            this.ended = ended;
        }

        @Override
        public BoxedUnit apply(Object task, byte[] bytes) {
            ended.add(new Result((Integer) task, bytes));
            return BoxedUnit.UNIT;
        }
    }

    /// Tells of lost executors.
    private final class LossListener extends SparkListener {
        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
            messages.accept(
                    "Executor "
                            + removed.executorId()
                            + " is gone; its runs are trained again ("
                            + removed.reason().strip().replaceAll("\\s+", " ")
                            + ").");
        }
    }
}
