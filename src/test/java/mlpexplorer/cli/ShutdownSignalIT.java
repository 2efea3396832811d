package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.ChildProcess;
import mlpexplorer.Wait;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Interrupts the program as Ctrl+C does.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process is killed there without a signal")
final class ShutdownSignalIT {

    @Test
    void anInterruptedRunWritesItsResults(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path results = folder.resolve("results");
        Process process =
                new ChildProcess(folder)
                        .startReadable(
                                "train",
                                "--no-store",
                                "--set",
                                "training.stop.epochs=1000000000",
                                "--out",
                                results.toString());
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("Circles · 8-8 Tanh · SGD, rate 0.03, batch 10");
            assertThat(out.readLine()).startsWith("network 2-8-8-2");
            process.toHandle().destroy();
            List<String> lines = out.lines().toList();
            assertThat(lines.getFirst()).startsWith("stopped after ").endsWith(": interrupted");
            assertThat(lines.getLast()).isEqualTo("written to " + results);
            assertThat(Wait.forExit(process)).isEqualTo(128 + 15);
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readAllLines(results.resolve("metrics.csv"))).hasSizeGreaterThan(2);
        assertThat(results.resolve("model.npz")).isNotEmptyFile();
    }
}
