package mlpexplorer;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import mlpexplorer.packaging.AotTraining;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Starts the program as a user does, in a process of its own.
final class MainIT {

    private record Ended(int code, String out, String err) {}

    @TempDir private Path directory;

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayOneSentenceNamesTheVerbsThatNeedNone() throws Exception {
        Ended ended =
                start(
                        jar -> true,
                        List.of(
                                "--module-path=" + System.getProperty("jdk.module.path"),
                                "--add-modules=javafx.controls",
                                "--enable-native-access=javafx.graphics"),
                        List.of());

        assertThat(ended.code).isEqualTo(1);
        assertThat(ended.err.lines())
                .singleElement()
                .asString()
                .contains("no display", "DISPLAY is not set", "train");
        assertThat(ended.out).isEmpty();
    }

    @Test
    void theCommandLineRunsWithoutJavaFx() throws Exception {
        Ended ended = start(jar -> !jar.startsWith("javafx-"), List.of(), List.of("--help"));

        assertThat(ended.err).isEmpty();
        assertThat(ended.out).contains("train");
        assertThat(ended.code).isZero();
    }

    @Test
    void anUnknownVerbIsAUsageErrorInOneLine() throws Exception {
        Ended ended = start(jar -> true, List.of(), List.of("trian"));

        assertThat(ended.code).isEqualTo(2);
        assertThat(ended.err.lines()).singleElement().asString().contains("trian");
    }

    @Test
    void aSpecificationFileIsForTheWindow() {
        assertThat(Main.isSpecFile("/home/ada/My Spiral.MLPX.json")).isTrue();
        assertThat(Main.isSpecFile("train", "spiral.mlpx.json")).isFalse();
        assertThat(Main.isSpecFile("spiral.json")).isFalse();
        assertThat(Main.isSpecFile()).isFalse();
    }

    @Test
    void theRehearsalTrainsInTheWindowAndEndsByItself() throws Exception {
        Path home = directory.resolve("home");
        Ended ended =
                start(
                        AotTraining.class,
                        jar -> true,
                        List.of(
                                "--module-path=" + System.getProperty("jdk.module.path"),
                                "--add-modules=javafx.controls",
                                "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                                "-Dmlpexplorer.home=" + home),
                        List.of());

        assertThat(ended.err).isEmpty();
        assertThat(ended.code).isZero();
        Ended runs =
                start(
                        jar -> true,
                        List.of("--enable-native-access=ALL-UNNAMED", "-Dmlpexplorer.home=" + home),
                        List.of("runs", "list"));
        assertThat(runs.out).contains("xorTable", "circles");
        assertThat(home.resolve("settings.properties")).exists();
    }

    private Ended start(Predicate<String> onClassPath, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        return start(Main.class, onClassPath, options, arguments);
    }

    private Ended start(
            Class<?> program,
            Predicate<String> onClassPath,
            List<String> options,
            List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(
                Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                        .splitAsStream(System.getProperty("java.class.path"))
                        .filter(entry -> onClassPath.test(Path.of(entry).getFileName().toString()))
                        .collect(Collectors.joining(File.pathSeparator)));
        command.add(program.getName());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeAll(
                        List.of(
                                "DISPLAY",
                                "WAYLAND_DISPLAY",
                                "JAVA_TOOL_OPTIONS",
                                "JDK_JAVA_OPTIONS"));
        Path err = directory.resolve("err.txt");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), out, Files.readString(err));
    }
}
