package mlpexplorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The program in a child process. It has no display, and its data folder is `home` in its working
/// directory.
///
/// @param folder working directory
/// @param wrapper command that runs the program, may be empty
/// @param options of the virtual machine
/// @param environment variables that are set in addition to those of this process
/// @param classPath class path
public record ChildProcess(
        Path folder,
        List<String> wrapper,
        List<String> options,
        Map<String, String> environment,
        String classPath) {

    /// Most child processes are short, so fast compilation matters more than optimized code.
    private static final List<String> FAST_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

    private static final String HEADLESS = "-Dglass.platform=Headless";

    public ChildProcess(Path folder) {
        this(
                folder,
                List.of(),
                joined(
                        FAST_START,
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dmlpexplorer.home=" + folder.resolve("home"),
                        "-Djavafx.cachedir=" + System.getProperty("javafx.cachedir", ""),
                        HEADLESS,
                        "-Dprism.order=sw"),
                Map.of(),
                System.getProperty("java.class.path"));
    }

    /// The result of a process.
    public record Result(int code, String out, String err) {
        /// The messages of the program, without those of the JVM and the toolkit.
        public List<String> messages() {
            return err.lines()
                    .filter(line -> line.startsWith("mlp-explorer: "))
                    .map(line -> line.substring(14))
                    .toList();
        }

        public boolean hasStackTrace() {
            return err.lines()
                    .anyMatch(line ->
                            line.startsWith("\tat ") || line.contains("Unexpected failure"));
        }
    }

    public ChildProcess withOptions(String... more) {
        return new ChildProcess(folder, wrapper, joined(options, more), environment, classPath);
    }

    /// With JavaFX as modules, as in the packaged program, so that JavaFX prints no warning.
    public ChildProcess withModules() {
        return withOptions(
                "--module-path=" + System.getProperty("jdk.module.path"),
                "--add-modules=javafx.controls",
                "--enable-native-access=javafx.graphics");
    }

    /// Without the system property that lets JavaFX run without a display.
    public ChildProcess withoutHeadlessToolkit() {
        return new ChildProcess(
                folder,
                wrapper,
                options.stream().filter(option -> !option.equals(HEADLESS)).toList(),
                environment,
                classPath);
    }

    public ChildProcess withoutJavaFx() {
        String others =
                Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                        .splitAsStream(classPath)
                        .filter(entry ->
                                !Path.of(entry).getFileName().toString().startsWith("javafx-"))
                        .collect(Collectors.joining(File.pathSeparator));
        return new ChildProcess(folder, wrapper, options, environment, others);
    }

    public ChildProcess withEnvironment(Map<String, String> variables) {
        return new ChildProcess(folder, wrapper, options, variables, classPath);
    }

    /// Runs through `command`, which gets the command line of the program as its last arguments.
    public ChildProcess wrappedIn(String... command) {
        return new ChildProcess(folder, List.of(command), options, environment, classPath);
    }

    public Result run(String... arguments) throws IOException, InterruptedException {
        return run(Main.class, arguments);
    }

    /// Runs several command lines one after another in one process.
    public List<Result> runAll(List<List<String>> commandLines)
            throws IOException, InterruptedException {
        Result result =
                run(
                        CommandLines.class,
                        commandLines.stream().map(CommandLines::encode).toArray(String[]::new));
        return CommandLines.split(result);
    }

    /// Runs the `main` method of a class to the end of the process.
    public Result run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        int code =
                Wait.forExit(
                        builder(main, arguments)
                                .redirectOutput(out.toFile())
                                .redirectError(err.toFile())
                                .start());
        return new Result(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    /// Starts the program and discards its output.
    public Process start(String... arguments) throws IOException {
        return builder(Main.class, arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Starts the program with its output to be read and its messages discarded.
    public Process startReadable(String... arguments) throws IOException {
        return builder(Main.class, arguments)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Starts the program and writes its messages to `err`.
    public Process startTellingErrors(Path err, String... arguments) throws IOException {
        return builder(Main.class, arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
    }

    private ProcessBuilder builder(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .keySet()
                .removeAll(
                        List.of(
                                "DISPLAY",
                                "WAYLAND_DISPLAY",
                                "JAVA_TOOL_OPTIONS",
                                "JDK_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return builder;
    }

    private static List<String> joined(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }
}
