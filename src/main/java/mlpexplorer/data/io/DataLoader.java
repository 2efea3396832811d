package mlpexplorer.data.io;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Creates the dataset of any [DataSpec]: generated, or read from files.
public final class DataLoader {
    private static final String IRIS = "iris.csv";

    private DataLoader() {}

    /// The data of `spec`; the seed applies to generated data. Throws [UserError] if a file cannot
    /// be used.
    public static Dataset load(DataSpec spec, long seed) {
        return switch (spec) {
            case DataSpec.Synthetic data -> data.generate(seed);
            case DataSpec.Iris() -> iris();
            case DataSpec.Csv csv -> CsvReader.read(file("data.path", csv.path()), csv);
            case DataSpec.Numpy numpy -> {
                List<Path> files = files(numpy);
                yield NumpyReader.read(files.getFirst(), files.stream().skip(1).findFirst());
            }
            case DataSpec.Idx idx -> {
                requireMnist(idx);
                List<Path> files = files(idx);
                Dataset all = IdxReader.read(files.get(0), files.get(1), idx.limit());
                yield files.size() == 2
                        ? all
                        : IdxReader.withTest(
                                all, files.get(0), files.get(2), files.get(3), idx.limit());
            }
        };
    }

    /// The files that `spec` reads; empty for generated and bundled data.
    public static List<Path> files(DataSpec spec) {
        return switch (spec) {
            case DataSpec.Synthetic _, DataSpec.Iris() -> List.of();
            case DataSpec.Csv csv ->
                    joined(
                            List.of(file("data.path", csv.path())),
                            file("data.validationPath", csv.validationPath()),
                            file("data.testPath", csv.testPath()));
            case DataSpec.Numpy(String path, String labels) ->
                    labels.isEmpty()
                            ? List.of(file("data.path", path))
                            : List.of(file("data.path", path), file("data.labels", labels));
            case DataSpec.Idx idx ->
                    joined(
                            List.of(
                                    mnist(Mnist.TRAIN_IMAGES, "data.images", idx.images()),
                                    mnist(Mnist.TRAIN_LABELS, "data.labels", idx.labels())),
                            idx.testImages()
                                    .map(path -> mnist(Mnist.TEST_IMAGES, "data.testImages", path)),
                            idx.testLabels()
                                    .map(path ->
                                            mnist(Mnist.TEST_LABELS, "data.testLabels", path)));
        };
    }

    private static List<Path> joined(
            List<Path> files, Optional<Path> third, Optional<Path> fourth) {
        return Stream.concat(files.stream(), Stream.concat(third.stream(), fourth.stream()))
                .toList();
    }

    /// The files of [#files] named in `spec`: all except those of MNIST.
    public static List<Path> named(DataSpec spec) {
        return files(spec).stream().filter(file -> !isMnist(file)).toList();
    }

    private static boolean isMnist(Path file) {
        return Mnist.folder().equals(file.getParent());
    }

    /// The file at `path` or, if that is empty, the file of MNIST.
    private static Path mnist(Mnist.File defaults, String key, String path) {
        return path.isEmpty() ? defaults.in(Mnist.folder()) : file(key, path);
    }

    /// The first missing file of [#files].
    public static Optional<Path> missing(DataSpec spec) {
        return files(spec).stream().filter(Files::notExists).findFirst();
    }

    private static Dataset iris() {
        try {
            return CsvReader.read(
                    TextSource.of(IRIS, DataLoader::openIris), new DataSpec.Csv(IRIS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream openIris() {
        InputStream in = DataLoader.class.getResourceAsStream("/mlpexplorer/data/" + IRIS);
        if (in == null) {
            throw new IllegalStateException(IRIS + " is missing from the class path.");
        }
        return in;
    }

    private static void requireMnist(DataSpec.Idx idx) {
        boolean missing =
                files(idx).stream().anyMatch(file -> isMnist(file) && Files.notExists(file));
        if (idx.needsMnist() && missing) {
            throw UserError.input(
                    "The MNIST files are not in "
                            + Mnist.folder()
                            + "; download them in the window (File > Download MNIST),"
                            + " or set data.images and data.labels to a pair of IDX files, and"
                            + " data.testImages and data.testLabels to another pair or to null.");
        }
    }

    static Optional<Path> file(String key, Optional<String> path) {
        return path.map(given -> file(key, given));
    }

    private static Path file(String key, String path) {
        if (path.isEmpty()) {
            throw UserError.input(key + " is empty, but must name a file.");
        }
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw UserError.input(
                    key
                            + " is "
                            + UserError.quoted(path)
                            + ", but must be the path of a file"
                            + UserError.hint(e)
                            + ".",
                    e);
        }
    }
}
