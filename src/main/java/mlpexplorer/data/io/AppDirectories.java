package mlpexplorer.data.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The data folder of the user: the default of the platform, or the system property
/// `mlpexplorer.home`.
public final class AppDirectories {
    private static final System.Logger LOG = System.getLogger(AppDirectories.class.getName());
    private static final Set<PosixFilePermission> PRIVATE =
            PosixFilePermissions.fromString("rwx------");

    private AppDirectories() {}

    /// Throws [UserError] if the name of the folder cannot be represented in the locale.
    public static Path path() {
        String chosen = System.getProperty("mlpexplorer.home", "");
        try {
            return chosen.isEmpty()
                    ? defaultFolder(
                            System.getProperty("os.name"),
                            Path.of(System.getProperty("user.home")),
                            System.getenv())
                    : Path.of(chosen);
        } catch (InvalidPathException e) {
            throw UserError.noPath(e);
        }
    }

    static Path defaultFolder(String system, Path account, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return Path.of(
                    environment.getOrDefault(
                            "APPDATA", account.resolve("AppData/Roaming").toString()),
                    "MLP Explorer");
        }
        Path home = absolute(environment, "HOME").orElse(account);
        return name.contains("mac")
                ? home.resolve("Library/Application Support/MLP Explorer")
                : absolute(environment, "XDG_DATA_HOME")
                        .orElseGet(() -> home.resolve(".local/share"))
                        .resolve("mlp-explorer");
    }

    /// Empty and relative paths count as unset, by the XDG Base Directory Specification.
    private static Optional<Path> absolute(Map<String, String> environment, String variable) {
        return Optional.of(Path.of(environment.getOrDefault(variable, "")))
                .filter(Path::isAbsolute);
    }

    /// Creates `folder` and its parents where they do not exist. Only the user can read the data
    /// folder, even if an earlier version created it with other permissions.
    public static void create(Path folder) throws IOException {
        Path data = path().toAbsolutePath();
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && folder.toAbsolutePath().startsWith(data)) {
            Files.createDirectories(data, PosixFilePermissions.asFileAttribute(PRIVATE));
            if (!PRIVATE.containsAll(Files.getPosixFilePermissions(data))) {
                restrict(data);
            }
        }
        Files.createDirectories(folder);
    }

    private static void restrict(Path data) {
        try {
            Files.setPosixFilePermissions(data, PRIVATE);
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "The data folder remains readable for other users",
                    e);
        }
    }
}
