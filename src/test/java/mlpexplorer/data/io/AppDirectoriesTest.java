package mlpexplorer.data.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

class AppDirectoriesTest {

    @Test
    void eachSystemHasItsUsualPlace() {
        Path home = Path.of("/home/ada");
        assertThat(AppDirectories.defaultFolder("Linux", home, Map.of()))
                .isEqualTo(Path.of("/home/ada/.local/share/mlp-explorer"));
        assertThat(AppDirectories.defaultFolder("Linux", home, Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/mlp-explorer"));
        assertThat(AppDirectories.defaultFolder("Mac OS X", home, Map.of()))
                .isEqualTo(Path.of("/home/ada/Library/Application Support/MLP Explorer"));
        assertThat(AppDirectories.defaultFolder("Windows 11", home, Map.of("APPDATA", "/roaming")))
                .isEqualTo(Path.of("/roaming/MLP Explorer"));
    }

    @Test
    void aDataFolderThatIsEmptyOrRelativeIsNone() {
        Path home = Path.of("/home/ada");
        assertThat(AppDirectories.defaultFolder("Linux", home, Map.of("XDG_DATA_HOME", "")))
                .isEqualTo(Path.of("/home/ada/.local/share/mlp-explorer"));
        assertThat(AppDirectories.defaultFolder("Linux", home, Map.of("XDG_DATA_HOME", "data")))
                .isEqualTo(Path.of("/home/ada/.local/share/mlp-explorer"));
    }

    @Test
    void theVariableHomeWinsOverTheAccountWhereItIsUsual() {
        Path account = Path.of("/home/ada");
        assertThat(AppDirectories.defaultFolder("Linux", account, Map.of("HOME", "/scratch")))
                .isEqualTo(Path.of("/scratch/.local/share/mlp-explorer"));
        assertThat(AppDirectories.defaultFolder("Mac OS X", account, Map.of("HOME", "/scratch")))
                .isEqualTo(Path.of("/scratch/Library/Application Support/MLP Explorer"));
        assertThat(AppDirectories.defaultFolder("Windows 11", account, Map.of("HOME", "/scratch")))
                .isEqualTo(account.resolve("AppData/Roaming/MLP Explorer"));
        assertThat(
                        AppDirectories.defaultFolder(
                                "Linux",
                                account,
                                Map.of("HOME", "/scratch", "XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/mlp-explorer"));
        assertThat(AppDirectories.defaultFolder("Linux", account, Map.of("HOME", "")))
                .isEqualTo(Path.of("/home/ada/.local/share/mlp-explorer"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheUserCanReadTheDataFolder() throws IOException {
        Path data = AppDirectories.path();
        AppDirectories.create(data.resolve("mnist"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        AppDirectories.create(data);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void otherFoldersKeepTheirPermissions(@TempDir Path other) throws IOException {
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rwxr-xr-x"));
        AppDirectories.create(other.resolve("deep/folder"));
        assertThat(other.resolve("deep/folder")).isDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(other)))
                .isEqualTo("rwxr-xr-x");
    }
}
