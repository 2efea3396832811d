package mlpexplorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Runs Python scripts in tests, where Python and the modules that they import are installed.
public final class Python {
    private static final String INTERPRETER = "/usr/bin/python3";

    private Python() {}

    /// Whether `module` can be imported.
    public static boolean has(String module) {
        try {
            return Wait.forExit(
                            start(
                                    List.of(
                                            "-c",
                                            "import importlib.util as u, sys;"
                                                    + " sys.exit(u.find_spec('"
                                                    + module
                                                    + "') is None)")))
                    == 0;
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
        return output(command);
    }

    private static String output(List<String> arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(Wait.forExit(process)).as(text).isZero();
        return text;
    }

    private static Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(INTERPRETER));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
