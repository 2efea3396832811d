package mlpexplorer.data.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

class AppDirectoriesTest {

    @Test
    void eachSystemHasItsUsualPlace() {
        Path home = Path.of("/home/ada");
        assertThat(AppDirectories.usual("Linux", home, Map.of()))
                .isEqualTo(Path.of("/home/ada/.local/share/mlp-explorer"));
        assertThat(AppDirectories.usual("Linux", home, Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/mlp-explorer"));
        assertThat(AppDirectories.usual("Mac OS X", home, Map.of()))
                .isEqualTo(Path.of("/home/ada/Library/Application Support/MLP Explorer"));
        assertThat(AppDirectories.usual("Windows 11", home, Map.of("APPDATA", "/roaming")))
                .isEqualTo(Path.of("/roaming/MLP Explorer"));
    }

    @Test
    void aDataFolderThatIsEmptyOrRelativeIsNone() {
        Path home = Path.of("/home/ada");
        assertThat(AppDirectories.usual("Linux", home, Map.of("XDG_DATA_HOME", "")))
                .isEqualTo(Path.of("/home/ada/.local/share/mlp-explorer"));
        assertThat(AppDirectories.usual("Linux", home, Map.of("XDG_DATA_HOME", "data")))
                .isEqualTo(Path.of("/home/ada/.local/share/mlp-explorer"));
    }
}
