package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.experiment.store.RunState;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.training.MetricLog;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Runs the program in a process of its own and ends it without a warning, as `kill -9` does.
final class KilledIT {
    private static final long PATIENCE_SECONDS = 60;
    private static final String[] SWEEP = {
        "sweep",
        "--axis",
        "seeds.data=1..16",
        "--jobs",
        "2",
        "--set",
        "training.stop.epochs=2000",
        "--set",
        "data.samples=100",
        "--quiet",
        "--resume"
    };

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("runs.db");
    }

    private List<RunSummary> runs() {
        try (RunStore store = RunStore.open(file())) {
            return store.list();
        }
    }

    private String[] stored(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--store";
        all[arguments.length + 1] = file().toString();
        return all;
    }

    /// Kills `process` as soon as the runs in the store are as wanted.
    private void killOnce(Process process, Predicate<List<RunSummary>> wanted)
            throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (!(Files.exists(file()) && wanted.test(runs()))) {
                assertThat(process.isAlive()).isTrue();
                assertThat(System.nanoTime()).isLessThan(until);
            }
        } finally {
            process.destroyForcibly();
        }
        process.waitFor();
    }

    @RepeatedTest(2)
    void a_killed_program_leaves_its_run_up_to_the_last_second_and_all_others_whole()
            throws Exception {
        new Product(folder).run(stored("train", "--preset", "xor-mlp", "--quiet"));
        RunSummary finished = runs().getFirst();
        Process process =
                new Product(folder)
                        .start(
                                stored(
                                        "train",
                                        "--set",
                                        "training.stop.epochs=1000000000",
                                        "--set",
                                        "data.samples=50"));
        // in the middle of its work: after rows were written twice
        long[] seen = {0, 0};
        killOnce(
                process,
                runs -> {
                    long epochs = runs.size() == 2 ? runs.getFirst().progress().epochs() : 0;
                    seen[1] += epochs > seen[0] ? 1 : 0;
                    seen[0] = epochs;
                    return seen[1] == 2;
                });
        assertThat(Sqlite.integrity(file())).isEqualTo("ok");
        List<RunSummary> left = runs();
        assertThat(left.getLast()).isEqualTo(finished);
        assertThat(left.getFirst().progress().state()).isEqualTo(RunState.INTERRUPTED);
        try (RunStore store = RunStore.open(file())) {
            MetricLog.View log = store.metrics(left.getFirst().id());
            assertThat(log.value(MetricLog.Column.EPOCH, log.size() - 1))
                    .isEqualTo(left.getFirst().progress().epochs());
            assertThat(log.value(MetricLog.Column.EPOCH, 1)).isPositive();
        }
    }

    @Test
    void a_killed_sweep_keeps_what_was_finished_and_trains_only_the_rest_when_it_is_resumed()
            throws Exception {
        killOnce(new Product(folder).start(stored(SWEEP)), runs -> runs.size() >= 3);
        assertThat(Sqlite.integrity(file())).isEqualTo("ok");
        List<RunSummary> kept = runs();
        assertThat(kept.size()).isBetween(3, 15);
        assertThat(kept)
                .allMatch(run ->
                        run.progress().state() == RunState.FINISHED
                                && run.progress().epochs() == 2000);
        Product.Ended resumed = new Product(folder).run(stored(SWEEP));
        assertThat(resumed.code()).as(resumed.err()).isZero();
        List<RunSummary> all = runs();
        assertThat(all).hasSize(16).containsAll(kept);
        assertThat(all.stream().map(RunSummary::fingerprint).distinct()).hasSize(16);
    }
}
