package mlpexplorer.experiment.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The recorder's work, all of it on one thread: the open store, the recordings under way, and what to do when the store
/// gives trouble.
final class RunDesk implements AutoCloseable {
    private final Path file;
    private final Consumer<String> tell;
    private final List<Recording> live = new ArrayList<>();
    private RunStore store;
    private boolean lasting;
    private Optional<StoreProblem.Kind> trouble = Optional.empty();

    /// @param tell is given sentences about trouble
    RunDesk(Path file, Consumer<String> tell) {
        this.file = file;
        this.tell = tell;
        store = opened(() -> RunStore.open(file));
    }

    private interface Opening {
        RunStore open();
    }

    /// The store that `opening` gives or, if it gives none, one in memory.
    private RunStore opened(Opening opening) {
        try {
            RunStore opened = opening.open();
            opened.notice().ifPresent(tell);
            lasting = opened.isLasting();
            return opened;
        } catch (StoreProblem problem) {
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

    /// Writes how often the test numbers of a run were revealed.
    void revealed(Recording recording, int times) {
        flush();
        try {
            recording.id().ifPresent(id -> store.reveals(id, times));
        } catch (StoreProblem problem) {
            waitFor(problem);
        }
    }

    /// Answers with everything written that can be.
    <T> T answer(Function<RunStore, T> question) {
        flush();
        try {
            return question.apply(store);
        } catch (StoreProblem problem) {
            if (problem.kind() != StoreProblem.Kind.DAMAGED) {
                throw problem;
            }
            replace();
            return question.apply(store);
        }
    }

    /// Writes what is new. Returns whether nothing is left waiting.
    boolean flush() {
        try {
            writeNews();
        } catch (StoreProblem problem) {
            if (problem.kind() != StoreProblem.Kind.DAMAGED) {
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
            Optional<Recording.News> news = recording.pending();
            while (news.isPresent()) {
                Recording.News newest = news.get();
                recording.written(store.transact(handle -> new RunWriter(handle).write(recording, newest)));
                if (newest.ending().isPresent() && !recording.isBehind()) {
                    live.remove(recording);
                }
                news = recording.isBehind() ? recording.pending() : Optional.empty();
            }
        }
    }

    private boolean waitFor(StoreProblem problem) {
        if (trouble.filter(problem.kind()::equals).isEmpty()) {
            trouble = Optional.of(problem.kind());
            tell.accept(clause(problem) + "; new results are kept in memory until they can be written.");
        }
        return false;
    }

    /// Puts a new file in the place of a damaged one.
    private void replace() {
        store.close();
        store = opened(() -> RunStore.renewed(file));
        live.forEach(Recording::forget);
    }

    private static String clause(StoreProblem problem) {
        return String.valueOf(problem.getMessage()).replaceFirst("\\.$", "");
    }

    @Override
    public void close() {
        if (!flush()) {
            long lost = live.stream().filter(recording -> recording.pending().isPresent()).count();
            tell.accept("The latest results of " + (lost == 1 ? "one run" : lost + " runs") + " could not be stored.");
        }
        store.close();
    }
}
