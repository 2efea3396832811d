package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.ChildProcess;
import mlpexplorer.CommandLines;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The system clock was ahead when earlier runs were stored. The test moves the stored times
/// instead of the clock. `ClockIT` tests a clock that changes during a run.
final class ClockTest {
    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("runs.db");
    }

    private ChildProcess.Result run(String... arguments) {
        ChildProcess.Result result =
                CommandLines.run(
                        Stream.concat(Stream.of(arguments), Stream.of("--store", file().toString()))
                                .toArray(String[]::new));
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        return result;
    }

    private List<Long> ids() {
        try (RunStore store = RunStore.open(file())) {
            return store.list().stream().map(RunSummary::id).toList();
        }
    }

    @Test
    void runsFromTheFutureAreListedFirstAndCanBeDeletedAndRestored() throws Exception {
        run("train", "--preset", "xor-mlp", "--quiet");
        Sqlite.execute(file(), "UPDATE run SET started = '2999-12-31T23:59:59Z'");
        run("train", "--preset", "xor-softmax", "--quiet");
        assertThat(run("runs", "list").out().lines().skip(1))
                .hasSize(2)
                .first()
                .asString()
                .contains("XOR truth table · softmax regression");
        run("runs", "delete", "1");
        Sqlite.execute(
                file(), "UPDATE run SET deleted = '2999-12-31T23:59:59.000000000Z' WHERE id = 1");
        run("runs", "delete", "last");
        run("runs", "delete", "--undo");
        assertThat(ids()).containsExactly(2L);
        run("runs", "delete", "--undo");
        assertThat(ids()).containsExactly(2L, 1L);
    }
}
