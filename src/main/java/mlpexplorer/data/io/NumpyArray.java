package mlpexplorer.data.io;

import mlpexplorer.nn.Numbers;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;

/// An array that was read.
///
/// @param name file and array, for messages
record NumpyArray(String name, Npy.Header header, ByteBuffer content) {
    private static final long MAX_BYTES = 512L << 20;

    /// Reads an array and closes `in`.
    static NumpyArray read(String name, InputStream in) throws IOException {
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
            return new NumpyArray(name, header, ByteBuffer.wrap(content).order(header.order()));
        } catch (ZipException | EOFException e) {
            throw UserError.input(name + " is damaged: it ends too early.", e);
        } catch (IOException e) {
            throw UserError.input(
                    name + " cannot be read as a NumPy array: " + UserError.reason(e) + ".", e);
        }
    }

    List<Integer> shape() {
        return header.shape();
    }

    UserError invalid(String what) {
        return UserError.input(name + " " + what + ".");
    }

    /// The shape without a single channel: samples × features, or samples × rows × columns.
    List<Integer> imageShape() {
        List<Integer> shape = shape();
        if (header.isText()) {
            throw invalid("contains strings, but features must be numbers");
        }
        if (shape.size() == 4 && shape.get(3) == 1) {
            return shape.subList(0, 3);
        }
        if (shape.size() == 4 && shape.get(1) == 1) {
            return List.of(shape.get(0), shape.get(2), shape.get(3));
        }
        if (shape.isEmpty() || shape.size() > 3) {
            throw invalid(
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
            throw invalid(
                    String.format(
                            Locale.ROOT,
                            "has %,d numbers, but at most %,d can be read",
                            header.count(),
                            CsvReader.MAX_VALUES));
        }
        double[] numbers = new double[(int) header.count()];
        for (int i = 0; i < numbers.length; i++) {
            double value = Npy.number(content, header, place(i));
            if (!(Math.abs(value) <= CsvField.MAX_VALUE)) {
                throw invalid(
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

    /// The position of the element in the array, for messages.
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
    List<String> labels(int rows, NumpyArray features) {
        List<String> labels = labels();
        if (labels.size() != rows) {
            throw invalid(
                    "has "
                            + Numbers.count(labels.size(), "row")
                            + ", but "
                            + features.name
                            + " has "
                            + Numbers.count(rows)
                            + "; they must belong together");
        }
        return labels;
    }

    /// The class of each row.
    List<String> labels() {
        List<Integer> shape = shape();
        boolean vector = shape.size() == 1 || shape.size() == 2 && shape.get(1) == 1;
        if (!vector && shape.size() != 2) {
            throw invalid(
                    "has shape " + Npy.tuple(shape) + ", but must have one class for each sample");
        }
        List<String> labels = new ArrayList<>();
        for (int row = 0; row < shape.getFirst(); row++) {
            labels.add(vector ? label(row) : Integer.toString(oneHot(row)));
        }
        return labels;
    }

    private String label(int row) {
        if (header.isText()) {
            String text = text(row).strip();
            if (text.isEmpty()) {
                throw invalid("contains an empty string at [" + row + "], but must be a class");
            }
            return text;
        }
        if (!header.type().startsWith("f")) {
            return Npy.whole(content, header, place(row)).toString();
        }
        double value = Npy.number(content, header, place(row));
        if (value != Math.rint(value) || Math.abs(value) > 1e15) {
            throw invalid(
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

    /// The column of the single 1 in a one-hot row.
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
            throw invalid(
                    "has shape "
                            + Npy.tuple(shape())
                            + ", but must have one class for each sample, or one 1 in each row"
                            + " of zeros");
        }
        return found;
    }

    /// A matrix of all columns but the last.
    NumpyArray columns(int from, int to) {
        int width = header.width();
        int rows = shape().getFirst();
        int all = shape().get(1);
        ByteBuffer part = ByteBuffer.allocate(rows * (to - from) * width).order(content.order());
        byte[] one = new byte[width];
        for (int row = 0; row < rows; row++) {
            for (int column = from; column < to; column++) {
                content.get(place(row * all + column) * width, one);
                part.put(one);
            }
        }
        return new NumpyArray(
                name,
                new Npy.Header(header.type(), header.order(), false, List.of(rows, to - from)),
                part.flip());
    }

    NumpyArray lastColumn() {
        return columns(shape().get(1) - 1, shape().get(1));
    }
}
