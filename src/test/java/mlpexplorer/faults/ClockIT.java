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
import java.sql.SQLException;
import java.util.List;

/// The system clock changes during a run. The test moves the stored times instead of the clock.
final class ClockIT {
    private static final int HOUR_SECONDS = 3600;

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("home").resolve(RunStore.FILE);
    }

    private List<RunSummary> runs() {
        try (RunStore store = RunStore.open(file())) {
            return store.list();
        }
    }

    private void waitUntilTrainedBeyond(long epoch, Process process) {
        Wait.until(() -> {
            assertThat(process.isAlive()).isTrue();
            return Files.exists(file())
                    && runs().stream()
                            .map(RunSummary::progress)
                            .anyMatch(progress ->
                                    progress.state() == RunState.RUNNING
                                            && progress.epochs() > epoch);
        });
    }

    /// A process is identified by its id and the second of its start, which moves with the clock.
    private void moveClock(int seconds) throws SQLException {
        Sqlite.execute(
                file(),
                "UPDATE run SET started = '2001-01-01T00:00:00Z', process = substr(process, 1,"
                        + " instr(process, '@')) || (substr(process, instr(process, '@') + 1) + "
                        + seconds
                        + ")");
    }

    @Test
    void aRunContinuesToItsEndWhenTheClockIsSetBackAndForward() throws Exception {
        Process process =
                new ChildProcess(folder)
                        .start(
                                "train",
                                "--set",
                                "training.stop.epochs=1000000000",
                                "--set",
                                "data.samples=50");
        try {
            waitUntilTrainedBeyond(0, process);
            for (int seconds : List.of(-HOUR_SECONDS, 2 * HOUR_SECONDS)) {
                long before = runs().getFirst().progress().epochs();
                // another process considers the run interrupted, unless the run corrects that first
                do {
                    moveClock(seconds);
                } while (!CommandLines.run("runs", "list", "--store", file().toString())
                        .out()
                        .contains("interrupted"));
                waitUntilTrainedBeyond(before, process);
            }
            process.destroy();
            Wait.forExit(process);
        } finally {
            process.destroyForcibly();
        }
        RunSummary left = runs().getFirst();
        assertThat(left.progress().state()).isEqualTo(RunState.STOPPED);
        try (RunStore store = RunStore.open(file())) {
            MetricLog.View log = store.metrics(left.id());
            assertThat(log.value(MetricLog.Column.EPOCH, log.size() - 1))
                    .isEqualTo(left.progress().epochs());
        }
    }
}
