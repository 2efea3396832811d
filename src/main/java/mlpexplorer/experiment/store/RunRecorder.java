package mlpexplorer.experiment.store;

import mlpexplorer.training.MetricLog;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;

/// Owns the thread that writes runs, and its store. Recordings are polled every [#EVERY_MILLIS],
/// and new data is written. Data that cannot be written (full disk, lock of another program) waits
/// in memory. A store that cannot be opened is replaced by one in memory.
public final class RunRecorder implements AutoCloseable {
    /// Short enough that a killed program loses less than a second.
    static final long EVERY_MILLIS = 200;

    /// Training time that [#recordUntil] lets a run be ahead of the store.
    static final double MAX_SECONDS_AHEAD = 0.4;

    private static final long KEEP_UP_MILLIS = 60_000;
    private static final long POLL_NANOS = 1_000_000;
    private static final long RETRY_MILLIS = 2_000;
    private static final long CLOSING_MILLIS = 60_000;

    private final LinkedBlockingQueue<Consumer<RunStoreWriter>> inbox = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<String> notices = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean failing;
    private volatile boolean testOmitted;
    private volatile Optional<String> unsaved = Optional.empty();

    /// Opens the store in `file` in the background when it is first needed.
    public RunRecorder(Path file) {
        this(file, StoreFile.BUSY_MILLIS);
    }

    /// @param onMessage receives messages on the recorder's thread immediately, instead of
    ///   [#pollNotice]
    public RunRecorder(Path file, Consumer<String> onMessage) {
        thread = started(file, StoreFile.BUSY_MILLIS, onMessage);
    }

    /// @param busyMillis how long to wait for another program that has locked the file
    RunRecorder(Path file, int busyMillis) {
        thread = started(file, busyMillis, notices::add);
    }

    private Thread started(Path file, int busyMillis, Consumer<String> onMessage) {
        return Thread.ofPlatform()
                .daemon()
                .name("run-recorder")
                .start(() -> work(file, busyMillis, onMessage));
    }

    /// Sets whether runs that are registered from now on are stored without test metrics.
    public void omitTest(boolean omitted) {
        testOmitted = omitted;
    }

    /// Registers a run; it is written with its first update.
    public Recording begin(NewRun run) {
        return begin(run, Optional.empty());
    }

    /// Registers a run that continues from the weights of another one.
    public Recording fork(NewRun run, Recording parent, long epoch) {
        return begin(run, Optional.of(new Recording.Fork(parent, epoch)));
    }

    /// Reopens a finished run that continues.
    public void resume(Recording recording) {
        inbox.add(writer -> writer.add(recording));
    }

    /// Records that the test metrics of a run were revealed `times` in total. Can be called after
    /// its end.
    public void revealed(Recording recording, int times) {
        inbox.add(writer -> writer.revealed(recording, times));
    }

    private Recording begin(NewRun run, Optional<Recording.Fork> fork) {
        Recording recording =
                new Recording(run, fork, testOmitted, () -> inbox.add(RunStoreWriter::flush));
        inbox.add(writer -> writer.add(recording));
        return recording;
    }

    /// Runs `work` on the recorder's thread after writing pending data, and waits for its result.
    /// Throws [StoreException]. Do not call on the FX thread.
    public <T> T ask(Function<RunStore, T> work) throws InterruptedException {
        return answered(writer -> writer.answer(work));
    }

    /// Whether runs are stored in a file, not only in memory.
    public boolean isPersistent() throws InterruptedException {
        return answered(RunStoreWriter::isPersistent);
    }

    /// Writes pending data and returns [#unsaved]. Waits while another program locks the file.
    public Optional<String> save() throws InterruptedException {
        return answered(writer -> {
            writer.flush();
            return writer.unsaved();
        });
    }

    private <T> T answered(Function<RunStoreWriter, T> question) throws InterruptedException {
        LinkedBlockingQueue<FutureTask<T>> answer = new LinkedBlockingQueue<>();
        inbox.add(writer -> {
            FutureTask<T> task = new FutureTask<>(() -> question.apply(writer));
            task.run();
            answer.add(task);
        });
        Optional<FutureTask<T>> task = Optional.empty();
        while (task.isEmpty()) {
            boolean over = !thread.isAlive();
            task = Optional.ofNullable(answer.poll(EVERY_MILLIS, TimeUnit.MILLISECONDS));
            if (over && task.isEmpty()) {
                throw new StoreException(
                        StoreException.Kind.UNREADABLE, "The run database is closed.");
            }
        }
        try {
            return task.get().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException(e.getCause());
        }
    }

    /// The oldest unread error message.
    public Optional<String> pollNotice() {
        return Optional.ofNullable(notices.poll());
    }

    /// Why runs are currently kept in memory instead of the file: a sentence; empty if they are
    /// not.
    public Optional<String> unsaved() {
        return unsaved;
    }

    private void work(Path file, int busyMillis, Consumer<String> onMessage) {
        try {
            keep(file, busyMillis, onMessage, inbox.take());
        } catch (InterruptedException e) {
            // interrupted only when the program ends
        }
    }

    private void keep(
            Path file, int busyMillis, Consumer<String> onMessage, Consumer<RunStoreWriter> first)
            throws InterruptedException {
        try (RunStoreWriter writer = new RunStoreWriter(file, busyMillis, onMessage)) {
            first.accept(writer);
            long due = System.nanoTime() + nanos(EVERY_MILLIS);
            while (!closed) {
                boolean wasIdle = poll(writer, due);
                long began = System.nanoTime();
                failing = !wasIdle && !writer.flush();
                unsaved = writer.unsaved();
                due =
                        !failing
                                ? began + nanos(EVERY_MILLIS)
                                : System.nanoTime() + nanos(RETRY_MILLIS);
            }
            for (Consumer<RunStoreWriter> late = inbox.poll(); late != null; late = inbox.poll()) {
                late.accept(writer);
            }
        }
    }

    private static long nanos(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /// Updates a run and waits while the store is too far behind, which only a busy machine causes:
    /// a program that is killed must not lose more than a second. A store that cannot be written to
    /// is not waited for.
    public void recordUntil(Recording recording, MetricLog.View log) {
        recording.update(log);
        long until = System.nanoTime() + nanos(KEEP_UP_MILLIS);
        for (boolean asked = false;
                isBehind(recording, log) && System.nanoTime() < until;
                asked = true) {
            if (!asked) {
                inbox.add(RunStoreWriter::flush);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private boolean isBehind(Recording recording, MetricLog.View log) {
        double written = recording.written().map(known -> known.log().lastSeconds()).orElse(0.0);
        return log.lastSeconds() - written > MAX_SECONDS_AHEAD && !failing && thread.isAlive();
    }

    /// Processes requests until it is time to write. Returns whether there was nothing to write, so
    /// that it waited for a request.
    private boolean poll(RunStoreWriter writer, long due) throws InterruptedException {
        if (writer.isIdle()) {
            inbox.take().accept(writer);
            return true;
        }
        boolean waits = true;
        while (waits && !closed) {
            Optional<Consumer<RunStoreWriter>> request =
                    Optional.ofNullable(inbox.poll(due - System.nanoTime(), TimeUnit.NANOSECONDS));
            request.ifPresent(now -> now.accept(writer));
            waits = request.isPresent();
        }
        return false;
    }

    /// Writes remaining data and stops the thread.
    @Override
    public void close() {
        inbox.add(_ -> closed = true);
        try {
            thread.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
