package mlpexplorer.experiment;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.io.DataLoader;
import mlpexplorer.data.io.UserError;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The folder of a file that contains a spec, for the paths of data files. In files they are
/// relative to the folder where possible, so that it can be moved; in memory they are absolute.
///
/// @param folder absolute path
public record SpecFolder(Path folder) {
    /// A network share, a device, or the namespaces of either on Windows.
    private static final Pattern NO_FILE =
            Pattern.compile("[/\\\\]([/\\\\]|(dev|proc|sys|\\?\\?)[/\\\\]).*");

    public SpecFolder {
        folder = folder.toAbsolutePath().normalize();
    }

    /// The folder of `file`.
    public static SpecFolder of(Path file) {
        return new SpecFolder(file.toAbsolutePath().resolveSibling(""));
    }

    /// The working folder, for paths that are typed.
    public static SpecFolder working() {
        return new SpecFolder(Path.of(""));
    }

    /// `spec`, which was read from a file in this folder, with absolute paths. Throws [UserError]
    /// as [#requireFiles].
    public RunSpec opened(RunSpec spec) {
        requireFiles(spec);
        return absolute(spec);
    }

    /// Throws [UserError] if `spec`, which may come from an untrusted source, names a device or a
    /// file on a network share, whose server would be contacted. The share of this folder is
    /// allowed.
    public void requireFiles(RunSpec spec) {
        spec.data()
                .withPaths(path -> {
                    if (NO_FILE.matcher(path).matches() && !isOnThisShare(path)) {
                        throw UserError.input(
                                UserError.quoted(path)
                                        + " is on a network share or a device, which a"
                                        + " specification may not name; copy the data beside the"
                                        + " specification.");
                    }
                    return path;
                });
    }

    private boolean isOnThisShare(String path) {
        String root = String.valueOf(folder.getRoot());
        return NO_FILE.matcher(root).matches() && path.startsWith(root);
    }

    /// The files of `data` that are not in this folder, whose paths are absolute, each once. Links
    /// are followed.
    public List<Path> outside(DataSpec data) {
        return DataLoader.named(data).stream()
                .filter(file -> !real(file).startsWith(real(folder)))
                .distinct()
                .toList();
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            // A missing file is reported when it is read.
            return file.toAbsolutePath().normalize();
        }
    }

    /// `spec` with absolute paths. A file that is not where the spec says is looked for relative to
    /// the working folder, and beside the spec.
    public RunSpec absolute(RunSpec spec) {
        return spec.withData(spec.data().withPaths(this::absolute));
    }

    /// `spec` with relative paths, for a file in this folder. Files that have only the root in
    /// common with it keep absolute paths.
    public RunSpec relative(RunSpec spec) {
        return spec.withData(spec.data().withPaths(this::relative));
    }

    private String absolute(String path) {
        try {
            Path given = folder.resolve(path);
            return Stream.of(
                            given,
                            folder.resolve(path.replace('\\', '/')),
                            Path.of(path).toAbsolutePath(),
                            folder.resolve(path.replaceFirst("^.*[/\\\\]", "")))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElse(given)
                    .normalize()
                    .toString();
        } catch (InvalidPathException e) {
            // Reported by the reader of the data.
            return path;
        }
    }

    private String relative(String path) {
        try {
            Path file = Path.of(path).toAbsolutePath().normalize();
            boolean near =
                    Optional.ofNullable(file.getRoot())
                                    .equals(Optional.ofNullable(folder.getRoot()))
                            && file.getNameCount() > 1
                            && folder.getNameCount() > 0
                            && file.getName(0).equals(folder.getName(0));
            return near ? folder.relativize(file).toString().replace('\\', '/') : path;
        } catch (InvalidPathException e) {
            return path;
        }
    }
}
