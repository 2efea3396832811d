package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mlpexplorer.Main;
import mlpexplorer.experiment.store.RunState;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.training.MetricLog;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/// Runs the program in a process of its own and ends it without a warning, as `kill -9` does.
final class KilledTest {
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("runs.db");
    }

    private Process training() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Main.class.getName(),
                        "train", "--set", "training.stop.epochs=1000000000", "--set", "data.samples=50", "--store", file().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private List<RunSummary> runs() {
        try (RunStore store = RunStore.open(file())) {
            return store.list();
        }
    }

    /// Waits until the process has written rows twice, so that it is killed in the middle of its work.
    private void awaitProgress(Process process) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        long seen = 0;
        for (int grown = 0; grown < 2;) {
            assertThat(process.isAlive()).isTrue();
            assertThat(System.nanoTime()).isLessThan(until);
            long epochs = Files.exists(file()) && runs().size() == 2 ? runs().getFirst().progress().epochs() : 0;
            grown += epochs > seen ? 1 : 0;
            seen = epochs;
        }
    }

    @RepeatedTest(2)
    void a_killed_program_leaves_its_run_up_to_the_last_second_and_all_others_whole() throws Exception {
        Ran.with("train", "--preset", "xor-mlp", "--quiet", "--store", file().toString());
        RunSummary finished = runs().getFirst();
        Process process = training();
        try {
            awaitProgress(process);
        } finally {
            process.destroyForcibly();
        }
        process.waitFor();
        assertThat(integrity()).isEqualTo("ok");
        List<RunSummary> left = runs();
        assertThat(left.getLast()).isEqualTo(finished);
        assertThat(left.getFirst().progress().state()).isEqualTo(RunState.INTERRUPTED);
        try (RunStore store = RunStore.open(file())) {
            MetricLog.View log = store.metrics(left.getFirst().id());
            assertThat(log.value(MetricLog.Column.EPOCH, log.size() - 1)).isEqualTo(left.getFirst().progress().epochs());
            assertThat(log.value(MetricLog.Column.EPOCH, 1)).isPositive();
        }
    }

    private String integrity() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                var answer = statement.executeQuery("PRAGMA integrity_check")) {
            return answer.getString(1);
        }
    }
}
