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
            case DataSpec.Idx(String images, String labels, Optional<Integer> limit) ->
                    images.isEmpty()
                            ? mnist(Mnist.folder(), limit)
                            : IdxReader.read(
                                    file("data.images", images),
                                    file("data.labels", labels),
                                    limit);
        };
    }

    /// The files that `spec` reads; empty for generated and bundled data.
    public static List<Path> files(DataSpec spec) {
        return switch (spec) {
            case DataSpec.Synthetic _, DataSpec.Iris() -> List.of();
            case DataSpec.Csv csv -> List.of(file("data.path", csv.path()));
            case DataSpec.Numpy(String path, String labels) ->
                    labels.isEmpty()
                            ? List.of(file("data.path", path))
                            : List.of(file("data.path", path), file("data.labels", labels));
            case DataSpec.Idx idx when idx.images().isEmpty() ->
                    List.of(
                            Mnist.TRAIN_IMAGES.in(Mnist.folder()),
                            Mnist.TRAIN_LABELS.in(Mnist.folder()));
            case DataSpec.Idx idx ->
                    List.of(file("data.images", idx.images()), file("data.labels", idx.labels()));
        };
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

    private static Dataset mnist(Path folder, Optional<Integer> limit) {
        Path images = Mnist.TRAIN_IMAGES.in(folder);
        Path labels = Mnist.TRAIN_LABELS.in(folder);
        if (!Files.exists(images) || !Files.exists(labels)) {
            throw UserError.input(
                    "The MNIST files are not in "
                            + folder
                            + "; download them in the window (File > Download MNIST),"
                            + " or set data.images and data.labels to a pair of IDX files.");
        }
        return IdxReader.read(images, labels, limit);
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
