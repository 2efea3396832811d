package mlpexplorer.experiment.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The work of the recorder's thread: the open store, active recordings, and the handling of store
/// failures.
final class RunStoreWriter implements AutoCloseable {
    private static final long RETRY_NANOS = 5_000_000_000L;

    /// A program that only writes a run releases its lock within this time.
    private static final int SHORT_BUSY_MILLIS = 500;

    private final Path file;
    private final Consumer<String> onMessage;
    private final List<Recording> live = new ArrayList<>();
    private final int busyMillis;

    /// Finished runs that are only in memory.
    private final List<Recording> finishedInMemory = new ArrayList<>();

    private RunStore store;
    private boolean persistent;
    private String memoryReason = "";
    private Optional<StoreException> failure = Optional.empty();
    private long retryAt;

    /// The identity of the file when it was opened.
    private Optional<Object> key = Optional.empty();

    /// @param busyMillis how long to wait for another program that has locked the file
    /// @param onMessage receives error messages
    RunStoreWriter(Path file, int busyMillis, Consumer<String> onMessage) {
        this.file = file;
        this.busyMillis = busyMillis;
        this.onMessage = onMessage;
        store = opened(this::openWaiting);
        retryAt = System.nanoTime() + RETRY_NANOS;
    }

    /// Opens the file, and tells if it has to wait for another program.
    private RunStore openWaiting() {
        if (busyMillis > SHORT_BUSY_MILLIS) {
            try {
                return RunStore.open(file, SHORT_BUSY_MILLIS);
            } catch (StoreException problem) {
                if (problem.kind() != StoreException.Kind.LOCKED) {
                    throw problem;
                }
                onMessage.accept(clause(problem) + "; waiting for it.");
            }
        }
        return RunStore.open(file, busyMillis);
    }

    private interface StoreOpener {
        RunStore open();
    }

    /// The store returned by `opening` or, if it fails, one in memory.
    private RunStore opened(StoreOpener opening) {
        try {
            RunStore opened = opening.open();
            opened.notice().ifPresent(onMessage);
            persistent = opened.isPersistent();
            key = StoreFile.key(file);
            memoryReason = persistent ? "" : opened.notice().orElse("");
            return opened;
        } catch (StoreException problem) {
            persistent = false;
            memoryReason = clause(problem) + "; runs are kept in memory until the program exits.";
            onMessage.accept(memoryReason);
            return RunStore.inMemory();
        }
    }

    /// Why runs are currently not stored in the file; empty if they are, or if there are none.
    Optional<String> unsaved() {
        return failure.map(RunStoreWriter::waiting)
                .or(() ->
                        Optional.of(memoryReason)
                                .filter(_ ->
                                        !persistent
                                                && !(live.isEmpty()
                                                        && finishedInMemory.isEmpty())));
    }

    boolean isPersistent() {
        return persistent;
    }

    void add(Recording recording) {
        finishedInMemory.remove(recording);
        if (!live.contains(recording)) {
            live.add(recording);
        }
    }

    boolean isIdle() {
        return live.isEmpty() && finishedInMemory.isEmpty();
    }

    /// Writes the number of test-set reveals of a run.
    void revealed(Recording recording, int times) {
        flush();
        try {
            recording.id().ifPresent(id -> store.reveals(id, times));
        } catch (StoreException problem) {
            waitFor(problem);
        }
    }

    /// Runs a query after writing everything pending.
    <T> T answer(Function<RunStore, T> question) {
        flush();
        try {
            return question.apply(store);
        } catch (StoreException problem) {
            if (problem.kind() != StoreException.Kind.DAMAGED) {
                throw problem;
            }
            replace();
            return question.apply(store);
        }
    }

    /// Writes pending data. Returns whether everything was written.
    boolean flush() {
        try {
            findFile();
            writePending();
        } catch (StoreException problem) {
            if (problem.kind() != StoreException.Kind.DAMAGED) {
                return waitFor(problem);
            }
            replace();
            return flush();
        }
        failure = Optional.empty();
        return true;
    }

    /// Follows the file: one that was deleted is written again, one that was replaced is opened,
    /// and one that could not be opened is tried again from time to time.
    private void findFile() {
        if (!persistent) {
            if (!isIdle() && System.nanoTime() - retryAt >= 0) {
                reopened(busyMillis).ifPresent(this::moveTo);
                retryAt = System.nanoTime() + RETRY_NANOS;
            }
            return;
        }
        Optional<Object> now = StoreFile.key(file);
        if (now.isEmpty()) {
            rewriteAll();
        } else if (!now.equals(key)) {
            store = opened(() -> RunStore.open(file, busyMillis));
            live.forEach(Recording::forget);
        }
    }

    /// Writes all runs to a new file after the old one was deleted. The old store is not closed,
    /// since SQLite would then delete the log of the new file; it is left to the end of the
    /// process.
    private void rewriteAll() {
        store.read(handle -> {
            StoreFile.write(handle, file);
            return file;
        });
        store = opened(() -> RunStore.open(file, busyMillis));
        if (!persistent) {
            live.forEach(Recording::forget);
        }
        onMessage.accept("The run database " + file + " was deleted; it was written again.");
    }

    private Optional<RunStore> reopened(int busyMillis) {
        try {
            return StoreFile.isReadOnly(file)
                    ? Optional.empty()
                    : Optional.of(RunStore.open(file, busyMillis)).filter(RunStore::isPersistent);
        } catch (StoreException still) {
            return Optional.empty();
        }
    }

    private void moveTo(RunStore found) {
        store.close();
        store = found;
        persistent = true;
        key = StoreFile.key(file);
        live.addAll(0, finishedInMemory);
        finishedInMemory.clear();
        live.forEach(Recording::forget);
        onMessage.accept(
                "The run database " + file + " can be used again; all runs are written to it.");
    }

    private void writePending() {
        for (Recording recording : List.copyOf(live)) {
            Optional<Recording.Update> pending = recording.pending();
            while (pending.isPresent()) {
                Recording.Update newest = pending.get();
                recording.written(
                        store.transact(handle -> new RunWriter(handle).write(recording, newest)));
                if (newest.ending().isPresent() && !recording.isBehind()) {
                    live.remove(recording);
                    if (!persistent) {
                        finishedInMemory.add(recording);
                    }
                }
                pending = recording.isBehind() ? recording.pending() : Optional.empty();
            }
        }
    }

    private boolean waitFor(StoreException problem) {
        if (failure.map(StoreException::kind).filter(problem.kind()::equals).isEmpty()) {
            failure = Optional.of(problem);
            onMessage.accept(waiting(problem));
        }
        return false;
    }

    private static String waiting(StoreException problem) {
        return clause(problem) + "; new results are kept in memory until they can be written.";
    }

    /// Replaces a damaged file by a new one.
    private void replace() {
        store.close();
        store = opened(() -> RunStore.replaced(file));
        live.forEach(Recording::forget);
    }

    private static String clause(StoreException problem) {
        return String.valueOf(problem.getMessage()).replaceFirst("\\.$", "");
    }

    @Override
    public void close() {
        if (!persistent && !isIdle()) {
            reopened(Math.min(busyMillis, SHORT_BUSY_MILLIS)).ifPresent(this::moveTo);
        }
        if (!flush()) {
            long lost = live.stream().filter(recording -> recording.pending().isPresent()).count();
            onMessage.accept(
                    "The latest results of "
                            + (lost == 1 ? "one run" : lost + " runs")
                            + " could not be stored.");
        }
        store.close();
    }
}
