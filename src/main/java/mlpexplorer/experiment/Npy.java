package mlpexplorer.experiment;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// One array in NumPy's `.npy` form. Writes doubles; reads 64- and 32-bit floats and integers, either byte order, row- or
/// column-major.
final class Npy {
    private Npy() {}

    static byte[] bytes(double[] values, List<Integer> shape) {
        byte[] header = NpyHeader.bytes(shape);
        ByteBuffer bytes = ByteBuffer.allocate(header.length + Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(header).asDoubleBuffer().put(values);
        return bytes.array();
    }

    /// Reads an array of `shape` into `target` (modified, row-major). A vector may be stored as a matrix of one row. Throws
        /// [IOException] with a reason if the array does not match; nothing is allocated before its size has been checked.
    static void read(InputStream in, List<Integer> shape, double[] target) throws IOException {
        DataInputStream data = new DataInputStream(in);
        NpyHeader header = NpyHeader.read(data);
        boolean row = shape.size() == 1 && header.shape().equals(List.of(1, shape.getFirst()));
        if (!row && !header.shape().equals(shape)) {
            throw new IOException("its shape is " + tuple(header.shape()) + ", but the network needs " + tuple(shape));
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
            if (!Double.isFinite(target[i])) {
                throw new IOException("it contains " + target[i]);
            }
        }
    }

    static String tuple(List<Integer> shape) {
        String extents = shape.toString();
        return "(" + extents.substring(1, extents.length() - 1) + (shape.size() == 1 ? ",)" : ")");
    }

    private static double number(ByteBuffer bytes, NpyHeader header, int index) {
        int at = index * header.width();
        return switch (header.type()) {
            case "f8" -> bytes.getDouble(at);
            case "f4" -> bytes.getFloat(at);
            case "i8" -> bytes.getLong(at);
            case "i4" -> bytes.getInt(at);
            default -> throw new IllegalStateException(header.type());
        };
    }
}
