package mlpexplorer.data.io;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One array in NumPy's `.npy` form. Writes doubles; reads floats, integers and truth values of any
/// width, either byte order, row- or column-major.
public final class Npy {
    private static final int MAX_COLUMNS = 1_000_000;

    private Npy() {}

    /// The `.npy` file of an array of doubles, row-major.
    public static byte[] bytes(double[] values, List<Integer> shape) {
        byte[] header = Header.bytes(shape);
        ByteBuffer bytes =
                ByteBuffer.allocate(header.length + Double.BYTES * values.length)
                        .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(header).asDoubleBuffer().put(values);
        return bytes.array();
    }

    /// Reads an array of `shape` into `target` (modified, row-major). A vector may be stored as a
    /// matrix of one row. Throws [IOException] with a reason if the array does not match; nothing
    /// is allocated before its size has been checked.
    public static void read(InputStream in, List<Integer> shape, double[] target)
            throws IOException {
        readAny(in, shape, target);
        for (double value : target) {
            if (!Double.isFinite(value)) {
                throw new IOException("it contains " + value);
            }
        }
    }

    /// The same for numbers that need not be finite.
    public static void readAny(InputStream in, List<Integer> shape, double[] target)
            throws IOException {
        DataInputStream data = new DataInputStream(in);
        Header header = Header.read(data);
        requireNumbers(header);
        boolean row = shape.size() == 1 && header.shape().equals(List.of(1, shape.getFirst()));
        if (!row && !header.shape().equals(shape)) {
            throw new IOException(
                    "its shape is "
                            + tuple(header.shape())
                            + ", but the network needs "
                            + tuple(shape));
        }
        byte[] bytes = data.readNBytes(header.width() * target.length);
        if (bytes.length < header.width() * target.length) {
            throw new EOFException("it is truncated");
        }
        ByteBuffer numbers = ByteBuffer.wrap(bytes).order(header.order());
        int rows = shape.size() == 1 ? 1 : shape.getFirst();
        int columns = shape.getLast();
        for (int i = 0; i < target.length; i++) {
            int at = header.fortran() ? (i % columns) * rows + i / columns : i;
            target[i] = number(numbers, header, at);
        }
    }

    /// The rows of the matrix (rows × columns), or of the vector (one column), in `file`, passed to
    /// `action` one after the other.
    public static void forEachRow(Path file, RowAction action) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            DataInputStream data = new DataInputStream(in);
            Header header = Header.read(data);
            requireNumbers(header);
            if (header.shape().isEmpty() || header.fortran() && header.shape().size() > 1) {
                throw new IOException(
                        "its shape is "
                                + tuple(header.shape())
                                + (header.fortran() ? " by column" : "")
                                + ", but must be rows × features by row");
            }
            int rows = header.shape().getFirst();
            long columns =
                    header.shape().stream()
                            .skip(1)
                            .mapToLong(i -> i)
                            .reduce(1, Math::multiplyExact);
            if (columns > MAX_COLUMNS) {
                throw new IOException("it has more than " + MAX_COLUMNS + " columns");
            }
            double[] row = new double[(int) columns];
            byte[] bytes = new byte[header.width() * row.length];
            ByteBuffer numbers = ByteBuffer.wrap(bytes).order(header.order());
            for (int r = 0; r < rows; r++) {
                if (data.readNBytes(bytes, 0, bytes.length) < bytes.length) {
                    throw new EOFException("it is truncated");
                }
                for (int i = 0; i < row.length; i++) {
                    row[i] = number(numbers, header, i);
                }
                action.row(row, r, (r + 1.0) / rows);
            }
        }
    }

    /// Processes one row.
    public interface RowAction {
        /// @param share fraction of the rows that were read
        void row(double[] values, long index, double share) throws IOException;
    }

    private static void requireNumbers(Header header) throws IOException {
        if (header.isText()) {
            throw new IOException("it contains strings, but must contain numbers");
        }
    }

    /// A shape as NumPy writes it: `(2, 3)`, `(4,)`.
    public static String tuple(List<Integer> shape) {
        String extents = shape.toString();
        return "(" + extents.substring(1, extents.length() - 1) + (shape.size() == 1 ? ",)" : ")");
    }

    /// The number `index` of the content of an array, in the order of the file.
    static double number(ByteBuffer bytes, Header header, int index) {
        int at = index * header.width();
        return switch (header.type()) {
            case "f8" -> bytes.getDouble(at);
            case "f4" -> bytes.getFloat(at);
            case "f2" -> Float.float16ToFloat(bytes.getShort(at));
            default -> whole(bytes, header, index).doubleValue();
        };
    }

    /// The same for integers and truth values, of any size.
    static BigInteger whole(ByteBuffer bytes, Header header, int index) {
        int at = index * header.width();
        long value =
                switch (header.width()) {
                    case 8 -> bytes.getLong(at);
                    case 4 -> bytes.getInt(at);
                    case 2 -> bytes.getShort(at);
                    default -> bytes.get(at);
                };
        BigInteger signed = BigInteger.valueOf(value);
        return header.type().startsWith("u") && value < 0
                ? signed.add(BigInteger.ONE.shiftLeft(Byte.SIZE * header.width()))
                : signed;
    }

    /// The header of a NumPy `.npy` file (NEP 1): `\x93NUMPY`, two version bytes, the header's
    /// length (two bytes in version 1, four after), and a Python dictionary in text.
    ///
    /// @param type kind and width in bytes: `f8`, `i4`, `u1`, `b1`, …; `U` and `S` with the number
    ///   of characters
    /// @param order byte order
    /// @param fortran whether the first index varies fastest
    /// @param shape dimensions, first index first
    public record Header(String type, ByteOrder order, boolean fortran, List<Integer> shape) {
        private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
        private static final int MAX_LENGTH = 1 << 16;
        private static final int ALIGNMENT = 64;
        private static final Pattern TYPE =
                Pattern.compile("'descr': *'([<>|=])([fiu]8|[fiu]4|[fiu]2|[iub]1|[US]\\d{1,6})'");
        private static final Pattern OBJECTS = Pattern.compile("'descr': *'[|]O'");
        private static final Pattern ORDER = Pattern.compile("'fortran_order': *(True|False)");
        private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, ]*)\\)");

        /// Bytes per number or string.
        int width() {
            int size = Integer.parseInt(type.substring(1));
            return type.startsWith("U") ? Integer.BYTES * size : size;
        }

        boolean isText() {
            return type.startsWith("U") || type.startsWith("S");
        }

        /// Numbers or strings in the array; larger than any array if the shape is absurd.
        long count() {
            long count = 1;
            for (int extent : shape) {
                long high = Math.multiplyHigh(count, extent);
                count = high == 0 && count * extent >= 0 ? count * extent : Long.MAX_VALUE;
            }
            return count;
        }

        /// Reads a header; throws [IOException] with a reason if it is missing or unsupported.
        public static Header read(DataInputStream in) throws IOException {
            byte[] magic = in.readNBytes(MAGIC.length);
            if (!Arrays.equals(magic, MAGIC)) {
                throw new IOException("it is not a NumPy array");
            }
            int major = in.readUnsignedByte();
            in.readUnsignedByte();
            int length =
                    major == 1
                            ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
                            : Integer.reverseBytes(in.readInt());
            if (length < 0 || length > MAX_LENGTH) {
                throw new IOException("its header is damaged");
            }
            String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            Matcher type = TYPE.matcher(text);
            Matcher order = ORDER.matcher(text);
            Matcher shape = SHAPE.matcher(text);
            if (OBJECTS.matcher(text).find()) {
                throw new IOException(
                        "it contains Python objects; convert it to an array of numbers or strings");
            }
            if (!type.find() || !order.find() || !shape.find()) {
                throw new IOException(
                        "it must contain floats, integers or strings, but its header is "
                                + text.strip());
            }
            ByteOrder bytes =
                    type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            return new Header(
                    type.group(2), bytes, order.group(1).equals("True"), extents(shape.group(1)));
        }

        /// The bytes of a header for doubles, little-endian, row-major.
        public static byte[] bytes(List<Integer> shape) {
            StringBuilder extents = new StringBuilder();
            shape.forEach(extent -> extents.append(extent).append(", "));
            String tuple =
                    shape.size() == 1
                            ? extents.toString().strip()
                            : extents.substring(0, extents.length() - 2);
            StringBuilder text =
                    new StringBuilder(
                            "{'descr': '<f8', 'fortran_order': False, 'shape': (" + tuple + "), }");
            int before = MAGIC.length + 4;
            text.append(" ".repeat(ALIGNMENT - 1 - (before + text.length()) % ALIGNMENT))
                    .append('\n');
            byte[] bytes = Arrays.copyOf(MAGIC, before + text.length());
            bytes[MAGIC.length] = 1;
            bytes[before - 2] = (byte) text.length();
            bytes[before - 1] = (byte) (text.length() >> Byte.SIZE);
            System.arraycopy(
                    text.toString().getBytes(StandardCharsets.US_ASCII),
                    0,
                    bytes,
                    before,
                    text.length());
            return bytes;
        }

        private static List<Integer> extents(String text) throws IOException {
            List<Integer> extents = new ArrayList<>();
            for (String part : text.split(",")) {
                if (!part.isBlank()) {
                    try {
                        extents.add(Integer.valueOf(part.strip()));
                    } catch (NumberFormatException e) {
                        throw new IOException("its shape (" + text + ") is too large", e);
                    }
                }
            }
            return extents;
        }
    }
}
