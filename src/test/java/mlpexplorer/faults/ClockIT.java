package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.store.RunState;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.training.MetricLog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// The clock of the machine jumps. What it said before stands in the store, so there the times are
/// moved the other way.
final class ClockIT {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("home").resolve(RunStore.FILE);
    }

    private List<RunSummary> runs() {
        try (RunStore store = RunStore.open(file())) {
            return store.list();
        }
    }

    private Product.Ended product(String... arguments) throws IOException, InterruptedException {
        Product.Ended ended = new Product(folder).run(arguments);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        return ended;
    }

    private RunSummary once(Process process, Predicate<RunSummary> wanted) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            assertThat(process.isAlive()).isTrue();
            assertThat(System.nanoTime()).isLessThan(until);
            if (Files.exists(file())) {
                List<RunSummary> now = runs();
                if (!now.isEmpty() && wanted.test(now.getFirst())) {
                    return now.getFirst();
                }
            }
        }
    }

    /// A program is known by its number and the second it began, which moves with the clock.
    @ParameterizedTest
    @ValueSource(ints = {-3600, 3600})
    void a_jump_in_the_middle_of_a_run_leaves_it_running_to_its_end(int seconds) throws Exception {
        Process process =
                new Product(folder)
                        .start(
                                "train",
                                "--set",
                                "training.stop.epochs=1000000000",
                                "--set",
                                "data.samples=50");
        try {
            long before = once(process, run -> run.progress().epochs() > 0).progress().epochs();
            Sqlite.execute(
                    file(),
                    "UPDATE run SET started = '2001-01-01T00:00:00Z', process = substr(process, 1,"
                        + " instr(process, '@')) || (substr(process, instr(process, '@') + 1) + "
                            + seconds
                            + ")");
            product("runs", "list");
            once(
                    process,
                    run ->
                            run.progress().state() == RunState.RUNNING
                                    && run.progress().epochs() > before);
        } finally {
            process.destroy();
        }
        process.waitFor();
        RunSummary left = runs().getFirst();
        assertThat(left.progress().state()).isEqualTo(RunState.STOPPED);
        try (RunStore store = RunStore.open(file())) {
            MetricLog.View log = store.metrics(left.id());
            assertThat(log.value(MetricLog.Column.EPOCH, log.size() - 1))
                    .isEqualTo(left.progress().epochs());
        }
    }

    @Test
    void
            runs_of_a_clock_that_was_ahead_stand_before_newer_ones_and_can_be_deleted_and_brought_back()
                    throws Exception {
        product("train", "--preset", "xor-mlp", "--quiet");
        Sqlite.execute(file(), "UPDATE run SET started = '2999-12-31T23:59:59Z'");
        product("train", "--preset", "xor-softmax", "--quiet");
        assertThat(product("runs", "list").out().lines().skip(1))
                .hasSize(2)
                .first()
                .asString()
                .contains("xorTable none");
        product("runs", "delete", "1");
        Sqlite.execute(
                file(), "UPDATE run SET deleted = '2999-12-31T23:59:59.000000000Z' WHERE id = 1");
        product("runs", "delete", "last");
        product("runs", "delete", "--undo");
        assertThat(runs()).extracting(RunSummary::id).containsExactly(2L);
        product("runs", "delete", "--undo");
        assertThat(runs()).extracting(RunSummary::id).containsExactly(2L, 1L);
    }
}
