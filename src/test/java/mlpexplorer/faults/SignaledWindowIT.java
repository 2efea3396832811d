package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import mlpexplorer.ChildProcess;
import mlpexplorer.Wait;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The window is closed by a signal: `kill`, a closed terminal, or logging out.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process is killed there without a signal")
final class SignaledWindowIT {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"TERM, 143", "HUP, 129", "INT, 130"})
    void aSignalClosesTheWindowInOrder(String signal, int code) throws Exception {
        assumeFalse(isIgnored(code - 128), "a child of this process would ignore the signal");
        Path home = folder.resolve("home");
        Path err = folder.resolve("err.txt");
        Process window = new ChildProcess(folder).withModules().startTellingErrors(err);
        try {
            // its store is opened once the window is visible
            Wait.until(() -> {
                assertThat(window.isAlive()).isTrue();
                return Files.exists(home.resolve("runs.db"));
            });
            assertThat(home.resolve("settings.properties")).doesNotExist();
            // again, since a first signal may come before the window listens
            Wait.until(() -> {
                kill(window, signal);
                return !window.isAlive();
            });
            assertThat(Wait.forExit(window)).isEqualTo(code);
        } finally {
            window.destroyForcibly();
        }
        assertThat(err).isEmptyFile();
        assertThat(home.resolve("settings.properties")).content().contains("window.width=");
        assertThat(Sqlite.integrity(home.resolve("runs.db"))).isEqualTo("ok");
    }

    @Test
    void aKilledWindowLeavesNoFontInTheTemporaryFolder() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("a+b %20 ü"));
        Process window =
                new ChildProcess(temporary)
                        .withModules()
                        .withOptions("-Djava.io.tmpdir=" + temporary)
                        .startTellingErrors(folder.resolve("err.txt"));
        try {
            Wait.until(() -> Files.exists(temporary.resolve("home/runs.db")));
        } finally {
            window.destroyForcibly();
        }
        Wait.forExit(window);
        assertThat(temporary.resolve("home/fonts/FeatherIcons.ttf")).isNotEmptyFile();
        assertThat(temporary)
                .isDirectoryNotContaining(file -> file.getFileName().toString().contains("JXF"));
    }

    /// Whether this process ignores a signal, as under `nohup`; its children inherit that.
    private static boolean isIgnored(int number) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.notExists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .anyMatch(mask -> (mask >> (number - 1) & 1) == 1);
    }

    private static void kill(Process window, String signal) {
        try {
            new ProcessBuilder("kill", "-s", signal, String.valueOf(window.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(1, TimeUnit.SECONDS);
            window.waitFor(1, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
