package mlpexplorer.data.io;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The data folder of the user: the default of the platform, or the system property
/// `mlpexplorer.home`.
public final class AppDirectories {
    private AppDirectories() {}

    public static Path path() {
        String chosen = System.getProperty("mlpexplorer.home", "");
        return chosen.isEmpty()
                ? usual(
                        System.getProperty("os.name"),
                        Path.of(System.getProperty("user.home")),
                        System.getenv())
                : Path.of(chosen);
    }

    static Path usual(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return Path.of(
                    environment.getOrDefault("APPDATA", home.resolve("AppData/Roaming").toString()),
                    "MLP Explorer");
        }
        if (name.contains("mac")) {
            return home.resolve("Library/Application Support/MLP Explorer");
        }
        // Empty and relative paths count as unset, by the XDG Base Directory Specification.
        Path data = Path.of(environment.getOrDefault("XDG_DATA_HOME", ""));
        return (data.isAbsolute() ? data : home.resolve(".local/share")).resolve("mlp-explorer");
    }
}
