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
    private final Path file;
    private final Consumer<String> tell;
    private final List<Recording> live = new ArrayList<>();
    private RunStore store;
    private boolean lasting;
    private Optional<StoreException.Kind> trouble = Optional.empty();

    /// @param busyMillis how long to wait for another program that has locked the file
    /// @param tell receives error messages
    RunStoreWriter(Path file, int busyMillis, Consumer<String> tell) {
        this.file = file;
        this.tell = tell;
        store = opened(() -> RunStore.open(file, busyMillis));
    }

    private interface StoreOpener {
        RunStore open();
    }

    /// The store returned by `opening` or, if it fails, one in memory.
    private RunStore opened(StoreOpener opening) {
        try {
            RunStore opened = opening.open();
            opened.notice().ifPresent(tell);
            lasting = opened.isLasting();
            return opened;
        } catch (StoreException problem) {
            lasting = false;
            tell.accept(clause(problem) + "; runs are kept in memory until the program exits.");
            return RunStore.inMemory();
        }
    }

    boolean isLasting() {
        return lasting;
    }

    void add(Recording recording) {
        if (!live.contains(recording)) {
            live.add(recording);
        }
    }

    boolean isIdle() {
        return live.isEmpty();
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
            writeNews();
        } catch (StoreException problem) {
            if (problem.kind() != StoreException.Kind.DAMAGED) {
                return waitFor(problem);
            }
            replace();
            return flush();
        }
        trouble = Optional.empty();
        return true;
    }

    private void writeNews() {
        for (Recording recording : List.copyOf(live)) {
            Optional<Recording.Update> news = recording.pending();
            while (news.isPresent()) {
                Recording.Update newest = news.get();
                recording.written(
                        store.transact(handle -> new RunWriter(handle).write(recording, newest)));
                if (newest.ending().isPresent() && !recording.isBehind()) {
                    live.remove(recording);
                }
                news = recording.isBehind() ? recording.pending() : Optional.empty();
            }
        }
    }

    private boolean waitFor(StoreException problem) {
        if (trouble.filter(problem.kind()::equals).isEmpty()) {
            trouble = Optional.of(problem.kind());
            tell.accept(
                    clause(problem)
                            + "; new results are kept in memory until they can be written.");
        }
        return false;
    }

    /// Replaces a damaged file by a new one.
    private void replace() {
        store.close();
        store = opened(() -> RunStore.renewed(file));
        live.forEach(Recording::forget);
    }

    private static String clause(StoreException problem) {
        return String.valueOf(problem.getMessage()).replaceFirst("\\.$", "");
    }

    @Override
    public void close() {
        if (!flush()) {
            long lost = live.stream().filter(recording -> recording.pending().isPresent()).count();
            tell.accept(
                    "The latest results of "
                            + (lost == 1 ? "one run" : lost + " runs")
                            + " could not be stored.");
        }
        store.close();
    }
}
