package mlpexplorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs Python scripts in tests, where Python and the modules that they import are installed.
public final class Python {
    private static final String INTERPRETER = "/usr/bin/python3";

    private Python() {}

    /// Whether `module` can be imported.
    public static boolean has(String module) {
        try {
            return Wait.forExit(start(List.of("-c", "import " + module), Path.of("."))) == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Runs `code`, which must succeed; skips the test without NumPy. Returns what it printed.
    public static String run(String code, String... arguments)
            throws IOException, InterruptedException {
        assumeTrue(has("numpy"), "NumPy is not installed");
        List<String> command = new ArrayList<>(List.of("-c", code));
        command.addAll(List.of(arguments));
        return output(command, Path.of("."));
    }

    /// Runs a script in its folder, which must succeed. Returns what it printed.
    public static String runFile(Path script) throws IOException, InterruptedException {
        return output(
                List.of(script.getFileName().toString()), script.toAbsolutePath().getParent());
    }

    private static String output(List<String> arguments, Path folder)
            throws IOException, InterruptedException {
        Process process = start(arguments, folder);
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(Wait.forExit(process)).as(text).isZero();
        return text;
    }

    private static Process start(List<String> arguments, Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(INTERPRETER));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }
}
