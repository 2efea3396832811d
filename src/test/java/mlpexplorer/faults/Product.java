package mlpexplorer.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import mlpexplorer.Main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The program in a process of its own, as a user starts it.
///
/// @param folder where it stands, with its home in it
/// @param wrapped a command to start it by
/// @param options of the virtual machine
/// @param environment beside this process's own
record Product(
        Path folder, List<String> wrapped, List<String> options, Map<String, String> environment) {
    private static final long PATIENCE_SECONDS = 120;

    Product(Path folder) {
        this(folder, List.of(), List.of(), Map.of());
    }

    record Ended(int code, String out, String err) {
        /// What the program itself says, without the toolkit's grumble.
        List<String> sentences() {
            return err.lines()
                    .filter(line -> line.startsWith("mlp-explorer: "))
                    .map(line -> line.substring(14))
                    .toList();
        }

        boolean isTidy() {
            return err.lines()
                    .noneMatch(line ->
                            line.startsWith("\tat ") || line.contains("Unexpected failure"));
        }
    }

    Product with(String... more) {
        return new Product(folder, wrapped, List.of(more), environment);
    }

    /// With JavaFX as modules, as the packaged program has it, so that it does not grumble at
    /// start.
    Product ofModules(String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--module-path=" + System.getProperty("jdk.module.path"),
                                "--add-modules=javafx.controls",
                                "--enable-native-access=javafx.graphics"));
        all.addAll(List.of(more));
        return new Product(folder, wrapped, all, environment);
    }

    Product in(Map<String, String> variables) {
        return new Product(folder, wrapped, options, variables);
    }

    /// Inside `command`, whose `"$@"` is the program.
    Product inside(String... command) {
        return new Product(folder, List.of(command), options, environment);
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return run(Main.class, arguments);
    }

    /// Runs `main` on the program's class path to its end.
    Ended run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process =
                builder(main, arguments)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("It does not end: " + List.of(arguments));
            }
        } finally {
            process.destroyForcibly();
        }
        return new Ended(
                process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    /// Starts it, and lets it talk to nobody.
    Process start(String... arguments) throws IOException {
        return builder(Main.class, arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder builder(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(wrapped);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dmlpexplorer.home=" + folder.resolve("home"),
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> variables = new HashMap<>(environment);
        variables.forEach(builder.environment()::put);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        return builder;
    }
}
