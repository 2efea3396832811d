package mlpexplorer.data.io;

import mlpexplorer.data.Dataset;
import mlpexplorer.data.ImageSize;
import mlpexplorer.nn.Samples;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Reads features and classes from NumPy arrays: an `.npz` file with both, a pair of `.npy` files,
/// or one `.npy` matrix whose last column has the classes.
///
/// Features are a vector, a matrix with a row for each sample, or images (samples × rows × columns,
/// perhaps with one channel), whose unsigned bytes become pixels from 0 to 1. Classes are whole
/// numbers, truth values, strings, or rows with a single one (one-hot). Anything else causes a
/// [UserError].
public final class NumpyReader {
    private static final String ENDING = ".npy";

    /// Names of features and classes, as NumPy, Keras and others write them.
    private static final List<List<String>> NAMES =
            List.of(
                    List.of("X", "y"),
                    List.of("x", "y"),
                    List.of("X_train", "y_train"),
                    List.of("x_train", "y_train"),
                    List.of("train_images", "train_labels"),
                    List.of("images", "labels"),
                    List.of("features", "labels"),
                    List.of("data", "labels"),
                    List.of("data", "target"),
                    List.of("arr_0", "arr_1"));

    private NumpyReader() {}

    /// @param labels `.npy` file of the classes, if they are not in `path`
    public static Dataset read(Path path, Optional<Path> labels) {
        if (labels.isPresent()) {
            return dataset(array(path), array(labels.get()));
        }
        if (isZip(path)) {
            return archive(path);
        }
        NumpyArray table = array(path);
        if (table.shape().size() != 2 || table.shape().get(1) < 2) {
            throw table.invalid(
                    "has shape "
                            + Npy.tuple(table.shape())
                            + ", but needs features and, in its last column, classes; or give the"
                            + " file of the classes, too");
        }
        return dataset(table.columns(0, table.shape().get(1) - 1), table.lastColumn());
    }

    /// The class of each row in an `.npy` file.
    public static List<String> labels(Path file) {
        return array(file).labels();
    }

    /// Whether `file` is an `.npz` file of weights rather than data.
    public static boolean isWeights(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("W1" + ENDING) != null;
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether the `.npy` file has one number or string for each sample, so that it can have the
    /// classes of another one; false if it cannot be read.
    public static boolean isLabels(Path file) {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Npy.Header header = Npy.Header.read(in);
            return header.isText()
                    || header.shape().size() == 1
                    || header.shape().size() == 2 && header.shape().get(1) == 1;
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether `file` is an `.npy` file or a zip file of some; false if it cannot be read.
    public static boolean isNumpy(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(6), StandardCharsets.ISO_8859_1);
            return start.equals("\u0093NUMPY") || start.startsWith("PK") && hasArrays(file);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean hasArrays(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().endsWith(ENDING));
        }
    }

    private static boolean isZip(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw UserError.input(file + " is not a regular file, but must be a NumPy file.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        } catch (IOException e) {
            throw UserError.unreadable(file, e);
        }
    }

    private static Dataset archive(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (List<String> pair : NAMES) {
                ZipEntry features = zip.getEntry(pair.getFirst() + ENDING);
                ZipEntry classes = zip.getEntry(pair.getLast() + ENDING);
                if (features != null && classes != null) {
                    return dataset(
                            NumpyArray.read(
                                    file + ", array " + pair.getFirst(),
                                    zip.getInputStream(features)),
                            NumpyArray.read(
                                    file + ", array " + pair.getLast(),
                                    zip.getInputStream(classes)));
                }
            }
            throw UserError.input(file + " must contain the arrays X and y, but " + has(zip) + ".");
        } catch (ZipException e) {
            throw UserError.input(file + " is damaged: it is no complete .npz file.", e);
        } catch (IOException e) {
            throw UserError.unreadable(file, e);
        }
    }

    private static String has(ZipFile zip) {
        List<String> names =
                zip.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.endsWith(ENDING))
                        .map(name -> name.substring(0, name.length() - ENDING.length()))
                        .limit(6)
                        .map(UserError::bare)
                        .toList();
        return names.isEmpty() ? "has no arrays" : "has " + String.join(", ", names);
    }

    private static NumpyArray array(Path file) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw UserError.input(file + " is not a regular file, but must be a NumPy file.");
            }
            return NumpyArray.read(file.toString(), Files.newInputStream(file));
        } catch (IOException e) {
            throw UserError.unreadable(file, e);
        }
    }

    private static Dataset dataset(NumpyArray features, NumpyArray classes) {
        List<Integer> shape = features.imageShape();
        int rows = shape.getFirst();
        int columns = shape.stream().skip(1).reduce(1, (a, b) -> a * b);
        if (columns == 0 || rows < 2) {
            throw features.invalid(
                    "has shape "
                            + Npy.tuple(features.shape())
                            + ", but needs at least 2 rows and a feature");
        }
        int[] labels = new int[rows];
        ClassIndex index = new ClassIndex();
        List<String> names = classes.labels(rows, features);
        for (int row = 0; row < rows; row++) {
            labels[row] = index.add(names.get(row));
            if (labels[row] < 0) {
                throw classes.invalid(
                        "has more than " + ClassIndex.MAX_CLASSES + " classes, the maximum");
            }
        }
        if (index.size() < 2) {
            throw classes.invalid("has only one class, but at least 2 are needed");
        }
        int[] sorted = index.labels(labels, rows);
        Optional<ImageSize> image =
                shape.size() == 3
                        ? Optional.of(new ImageSize(shape.get(1), shape.get(2)))
                        : Optional.empty();
        boolean pixels = image.isPresent() && features.header().type().equals("u1");
        Samples samples =
                pixels
                        ? Samples.ofPixels(features.pixels(), columns, sorted)
                        : new Samples(features.numbers(), columns, sorted);
        return new Dataset(samples, featureNames(columns, image), index.names(), image);
    }

    private static List<String> featureNames(int columns, Optional<ImageSize> image) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            int column = i;
            names.add(
                    image.map(size ->
                                    "pixel_"
                                            + (column / size.width() + 1)
                                            + "_"
                                            + (column % size.width() + 1))
                            .orElse("x" + (i + 1)));
        }
        return names;
    }
}
