package mlpexplorer;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.packaging.AotTraining;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Starts the program as a user does.
final class MainIT {
    @TempDir private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayOneMessageNamesTheCommandsThatNeedNone() throws Exception {
        ChildProcess.Result result =
                new ChildProcess(folder).withModules().withoutHeadlessToolkit().run();

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .contains("no display", "DISPLAY is not set", "train");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void theCommandLineRunsWithoutJavaFx() throws Exception {
        ChildProcess.Result result = new ChildProcess(folder).withoutJavaFx().run("--help");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("train");
        assertThat(result.code()).isZero();
    }

    @Test
    void anUnknownCommandIsAUsageErrorInOneLine() throws Exception {
        ChildProcess.Result result = new ChildProcess(folder).run("trian");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().lines()).singleElement().asString().contains("trian");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileNameThatTheLocaleLacksIsToldInOneSentence() throws Exception {
        ChildProcess ascii = new ChildProcess(folder).withEnvironment(Map.of("LC_ALL", "C"));
        assertThat(ascii.run("data", "inspect", "J\u00fcrgen.csv").err())
                .contains("cannot be the path of a file in this locale; set a UTF-8 locale")
                .hasLineCount(1);
        Path spec =
                Files.writeString(
                        folder.resolve("spec.json"),
                        "{\"data\": {\"type\": \"csv\", \"path\": \"J\u00fcrgen.csv\"}}");
        ChildProcess.Result result = ascii.run("train", "--spec", spec.toString(), "--no-store");
        assertThat(result.err())
                .startsWith("mlp-explorer: data.path is ")
                .contains("set a UTF-8 locale")
                .hasLineCount(1);
        assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void theTrainingRunOfTheClassCacheTrainsInTheWindowAndEndsByItself() throws Exception {
        ChildProcess.Result result = new ChildProcess(folder).withModules().run(AotTraining.class);

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        Path home = folder.resolve("home");
        assertThat(
                        CommandLines.run(
                                        "runs",
                                        "list",
                                        "--store",
                                        home.resolve("runs.db").toString())
                                .out())
                .contains("XOR truth table", "Circles");
        assertThat(home.resolve("settings.properties")).exists();
    }
}
