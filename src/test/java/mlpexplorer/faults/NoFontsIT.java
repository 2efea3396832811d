package mlpexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.ChildProcess;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A system without any font.
@EnabledOnOs(OS.LINUX)
final class NoFontsIT {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "snapshot --preset xor-mlp --quiet --out pictures"})
    void oneMessageTellsWhatToInstall(String arguments) throws Exception {
        Path config =
                Files.writeString(
                        folder.resolve("fonts.conf"),
                        "<?xml version=\"1.0\"?><fontconfig><dir>/nowhere</dir></fontconfig>");
        ChildProcess.Result result =
                new ChildProcess(folder)
                        .withEnvironment(Map.of("FONTCONFIG_FILE", config.toString()))
                        .run(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(result.hasStackTrace()).as(result.err()).isFalse();
        assertThat(result.messages())
                .containsExactly(
                        "No fonts are installed on this system. Install some, for example the"
                                + " package fonts-dejavu.");
        assertThat(result.code()).isEqualTo(1);
    }
}
