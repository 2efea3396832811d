package mlpexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.Main;

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

/// Runs the program in a process of its own, as Ctrl+C ends a process.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process is ended there without being told")
final class ShutdownSignalIT {

    @Test
    void a_run_that_is_interrupted_keeps_what_was_done(@TempDir Path folder)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "train",
                                "--set",
                                "training.stop.epochs=1000000000",
                                "--out",
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("network 2-8-8-2");
            process.toHandle().destroy();
            List<String> lines = out.lines().toList();
            assertThat(lines.getFirst()).startsWith("stopped after ").endsWith(": interrupted");
            assertThat(lines.getLast()).isEqualTo("written to " + folder);
        }
        assertThat(process.waitFor()).isEqualTo(128 + 15);
        assertThat(Files.readAllLines(folder.resolve("metrics.csv"))).hasSizeGreaterThan(1);
        assertThat(folder.resolve("model.npz")).isNotEmptyFile();
    }
}
