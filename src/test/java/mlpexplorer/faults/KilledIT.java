package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.ChildProcess;
import mlpexplorer.CommandLines;
import mlpexplorer.Wait;
import mlpexplorer.experiment.store.RunState;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.training.MetricLog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The program is killed without warning, as `kill -9` does.
final class KilledIT {
    private static final int ENDLESS = 1_000_000_000;
    private static final List<Integer> SHORT = List.of(1000, 1001, 1002, 1003, 1004, 1005);

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
        return Stream.concat(Stream.of(arguments), Stream.of("--store", file().toString()))
                .toArray(String[]::new);
    }

    /// A sweep on two threads, whose runs differ in the number of their epochs.
    private String[] sweep(List<Integer> epochs) {
        String values = epochs.stream().map(String::valueOf).collect(Collectors.joining(","));
        return stored(
                "sweep",
                "--axis",
                "training.stop.epochs=" + values,
                "--jobs",
                "2",
                "--set",
                "data.samples=50",
                "--quiet",
                "--resume");
    }

    /// Kills `process` as soon as the stored runs satisfy the condition.
    private void killOnce(Process process, Predicate<List<RunSummary>> condition)
            throws InterruptedException {
        try {
            Wait.until(() -> {
                assertThat(process.isAlive()).isTrue();
                return Files.exists(file()) && condition.test(runs());
            });
        } finally {
            process.destroyForcibly();
        }
        Wait.forExit(process);
    }

    @Test
    void aKilledRunKeepsWhatWasWrittenAndEarlierRunsAreUnchanged() throws Exception {
        CommandLines.run(stored("train", "--preset", "xor-mlp", "--quiet"));
        RunSummary finished = runs().getFirst();
        Process process =
                new ChildProcess(folder)
                        .start(
                                stored(
                                        "train",
                                        "--set",
                                        "training.stop.epochs=" + ENDLESS,
                                        "--set",
                                        "data.samples=50"));
        // while it trains: after rows were written twice
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
        assertThat(left.getFirst().progress().epochs()).isGreaterThanOrEqualTo(seen[0]);
        try (RunStore store = RunStore.open(file())) {
            MetricLog.View log = store.metrics(left.getFirst().id());
            assertThat(log.value(MetricLog.Column.EPOCH, log.size() - 1))
                    .isEqualTo(left.getFirst().progress().epochs());
            assertThat(log.value(MetricLog.Column.EPOCH, 1)).isPositive();
        }
    }

    @Test
    void aKilledSweepKeepsItsRunsAndTrainsTheUnfinishedOnesAgain() throws Exception {
        // The sweep cannot finish before it is killed, as one of its runs is endless.
        List<Integer> endless = Stream.concat(SHORT.stream(), Stream.of(ENDLESS)).toList();
        List<RunSummary> seen = new ArrayList<>();
        killOnce(
                new ChildProcess(folder).start(sweep(endless)),
                runs -> {
                    seen.clear();
                    seen.addAll(in(RunState.RUNNING, runs));
                    return !seen.isEmpty()
                            && seen.getFirst().progress().epochs() > 1005
                            && in(RunState.FINISHED, runs).size() >= 3;
                });
        assertThat(Sqlite.integrity(file())).isEqualTo("ok");
        List<RunSummary> kept = runs();
        List<RunSummary> finished = in(RunState.FINISHED, kept);
        assertThat(finished)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(run -> assertThat(SHORT).contains((int) run.progress().epochs()));
        RunSummary interrupted =
                kept.stream()
                        .filter(run -> run.id() == seen.getFirst().id())
                        .findFirst()
                        .orElseThrow();
        assertThat(interrupted.progress().state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(interrupted.progress().epochs())
                .isGreaterThanOrEqualTo(seen.getFirst().progress().epochs());
        ChildProcess.Result resumed = CommandLines.run(sweep(SHORT));
        assertThat(resumed.code()).as(resumed.err()).isZero();
        List<RunSummary> all = runs();
        assertThat(all).containsAll(kept);
        assertThat(in(RunState.FINISHED, all))
                .extracting(run -> (int) run.progress().epochs())
                .containsExactlyInAnyOrderElementsOf(SHORT);
    }

    private static List<RunSummary> in(RunState state, List<RunSummary> runs) {
        return runs.stream().filter(run -> run.progress().state() == state).toList();
    }
}
