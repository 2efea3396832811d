package mlpexplorer.data.io;

import mlpexplorer.data.Dataset;
import mlpexplorer.data.ImageSize;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Samples;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final long MAX_BYTES = 512L << 20;
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
        Array table = array(path);
        if (table.shape().size() != 2 || table.shape().get(1) < 2) {
            throw table.wrong(
                    "has shape "
                            + Npy.tuple(table.shape())
                            + ", but needs features and, in its last column, classes; or give the"
                            + " file of the classes, too");
        }
        return dataset(table.columns(0, table.shape().get(1) - 1), table.lastColumn());
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
                            array(
                                    file + ", array " + pair.getFirst(),
                                    zip.getInputStream(features)),
                            array(file + ", array " + pair.getLast(), zip.getInputStream(classes)));
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

    private static Array array(Path file) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw UserError.input(file + " is not a regular file, but must be a NumPy file.");
            }
            return array(file.toString(), Files.newInputStream(file));
        } catch (IOException e) {
            throw UserError.unreadable(file, e);
        }
    }

    /// Closes `in`.
    private static Array array(String name, InputStream in) throws IOException {
        try (DataInputStream data = new DataInputStream(new BufferedInputStream(in))) {
            Npy.Header header = Npy.Header.read(data);
            long bytes =
                    header.count() > MAX_BYTES ? MAX_BYTES + 1 : header.count() * header.width();
            if (bytes > MAX_BYTES) {
                throw UserError.input(
                        name
                                + " has shape "
                                + Npy.tuple(header.shape())
                                + ", but at most "
                                + (MAX_BYTES >> 20)
                                + " MB can be read.");
            }
            byte[] content = data.readNBytes((int) bytes);
            if (content.length < bytes) {
                throw new EOFException("it is truncated");
            }
            return new Array(name, header, ByteBuffer.wrap(content).order(header.order()));
        } catch (ZipException | EOFException e) {
            throw UserError.input(name + " is damaged: it ends too early.", e);
        } catch (IOException e) {
            throw UserError.input(
                    name + " cannot be read as a NumPy array: " + UserError.reason(e) + ".", e);
        }
    }

    private static Dataset dataset(Array features, Array classes) {
        List<Integer> shape = features.imageShape();
        int rows = shape.getFirst();
        int columns = shape.stream().skip(1).reduce(1, (a, b) -> a * b);
        if (columns == 0 || rows < 2) {
            throw features.wrong(
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
                throw classes.wrong(
                        "has more than " + ClassIndex.MAX_CLASSES + " classes, the maximum");
            }
        }
        if (index.size() < 2) {
            throw classes.wrong("has only one class, but at least 2 are needed");
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

    /// An array that was read.
    ///
    /// @param name file and array, for messages
    private record Array(String name, Npy.Header header, ByteBuffer content) {

        List<Integer> shape() {
            return header.shape();
        }

        UserError wrong(String what) {
            return UserError.input(name + " " + what + ".");
        }

        /// The shape without a single channel: samples × features, or samples × rows × columns.
        List<Integer> imageShape() {
            List<Integer> shape = shape();
            if (header.isText()) {
                throw wrong("contains strings, but features must be numbers");
            }
            if (shape.size() == 4 && shape.get(3) == 1) {
                return shape.subList(0, 3);
            }
            if (shape.size() == 4 && shape.get(1) == 1) {
                return List.of(shape.get(0), shape.get(2), shape.get(3));
            }
            if (shape.isEmpty() || shape.size() > 3) {
                throw wrong(
                        "has shape "
                                + Npy.tuple(shape)
                                + ", but must be a matrix of samples × features or images of"
                                + " samples × rows × columns");
            }
            return shape;
        }

        /// All numbers, row-major.
        double[] numbers() {
            if (header.count() > CsvReader.MAX_VALUES) {
                throw wrong(
                        String.format(
                                Locale.ROOT,
                                "has %,d numbers, but at most %,d can be read",
                                header.count(),
                                CsvReader.MAX_VALUES));
            }
            double[] numbers = new double[(int) header.count()];
            for (int i = 0; i < numbers.length; i++) {
                double value = Npy.number(content, header, place(i));
                if (!(Math.abs(value) <= CsvField.LARGEST)) {
                    throw wrong(
                            "contains "
                                    + value
                                    + " at "
                                    + indices(i)
                                    + ", but must contain numbers from -1e100 to 1e100");
                }
                numbers[i] = value;
            }
            return numbers;
        }

        byte[] pixels() {
            byte[] pixels = new byte[(int) header.count()];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = content.get(place(i));
            }
            return pixels;
        }

        /// Where the element stands in the file.
        ///
        /// @param index row-major index
        private int place(int index) {
            if (!header.fortran()) {
                return index;
            }
            int left = index;
            int[] at = new int[shape().size()];
            for (int d = at.length - 1; d >= 0; d--) {
                at[d] = left % shape().get(d);
                left /= shape().get(d);
            }
            int place = 0;
            for (int d = at.length - 1; d >= 0; d--) {
                place = place * shape().get(d) + at[d];
            }
            return place;
        }

        private String indices(int index) {
            int left = index;
            List<Integer> at = new ArrayList<>();
            for (int d = shape().size() - 1; d >= 0; d--) {
                at.addFirst(left % shape().get(d));
                left /= shape().get(d);
            }
            return at.toString();
        }

        /// The class of each of `rows` samples.
        List<String> labels(int rows, Array features) {
            List<Integer> shape = shape();
            boolean vector = shape.size() == 1 || shape.size() == 2 && shape.get(1) == 1;
            if (!vector && shape.size() != 2) {
                throw wrong(
                        "has shape "
                                + Npy.tuple(shape)
                                + ", but must have one class for each sample");
            }
            if (shape.getFirst() != rows) {
                throw wrong(
                        "has "
                                + Numbers.count(shape.getFirst(), "row")
                                + ", but "
                                + features.name
                                + " has "
                                + Numbers.count(rows)
                                + "; they must belong together");
            }
            List<String> labels = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                labels.add(vector ? label(row) : Integer.toString(oneHot(row)));
            }
            return labels;
        }

        private String label(int row) {
            if (header.isText()) {
                String text = text(row).strip();
                if (text.isEmpty()) {
                    throw wrong("contains an empty string at [" + row + "], but must be a class");
                }
                return text;
            }
            if (!header.type().startsWith("f")) {
                return Npy.whole(content, header, place(row)).toString();
            }
            double value = Npy.number(content, header, place(row));
            if (value != Math.rint(value) || Math.abs(value) > 1e15) {
                throw wrong(
                        "contains "
                                + value
                                + " at ["
                                + row
                                + "], but classes must be whole numbers or strings");
            }
            return Long.toString((long) value);
        }

        private String text(int row) {
            byte[] bytes = new byte[header.width()];
            content.get(place(row) * header.width(), bytes);
            StringBuilder text = new StringBuilder();
            if (header.type().startsWith("S")) {
                text.append(new String(bytes, StandardCharsets.UTF_8));
            } else {
                ByteBuffer characters = ByteBuffer.wrap(bytes).order(header.order());
                while (characters.hasRemaining()) {
                    int character = characters.getInt();
                    text.appendCodePoint(Character.isValidCodePoint(character) ? character : '?');
                }
            }
            int end = text.indexOf("\0");
            return end < 0 ? text.toString() : text.substring(0, end);
        }

        /// The column of the only one in a row of zeros.
        private int oneHot(int row) {
            int columns = shape().get(1);
            int found = -1;
            for (int column = 0; column < columns && !header.isText(); column++) {
                double value = Npy.number(content, header, place(row * columns + column));
                if (value == 1 && found < 0) {
                    found = column;
                } else if (value != 0) {
                    found = columns;
                }
            }
            if (found < 0 || found >= columns) {
                throw wrong(
                        "has shape "
                                + Npy.tuple(shape())
                                + ", but must have one class for each sample, or one 1 in each row"
                                + " of zeros");
            }
            return found;
        }

        /// A matrix of all columns but the last.
        Array columns(int from, int to) {
            int width = header.width();
            int rows = shape().getFirst();
            int all = shape().get(1);
            ByteBuffer part =
                    ByteBuffer.allocate(rows * (to - from) * width).order(content.order());
            byte[] one = new byte[width];
            for (int row = 0; row < rows; row++) {
                for (int column = from; column < to; column++) {
                    content.get(place(row * all + column) * width, one);
                    part.put(one);
                }
            }
            return new Array(
                    name,
                    new Npy.Header(header.type(), header.order(), false, List.of(rows, to - from)),
                    part.flip());
        }

        Array lastColumn() {
            return columns(shape().get(1) - 1, shape().get(1));
        }
    }
}
