package mlpexplorer.experiment;

import mlpexplorer.data.io.Npy;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Parameters;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Weights as NumPy's `.npz`: a zip file of the arrays `W1`, `b1`, `W2`, …, one `.npy` each; W is
/// fan-in × fan-out, b a vector. Compatible with `numpy.load`, `numpy.savez` and
/// `savez_compressed`.
public final class Npz {
    /// A fixed timestamp, so that equal weights give equal files.
    static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /// Upper bound; six layers of 1,024 units between 10,000 pixels and 1,000 classes have fewer.
    static final long MAX_NUMBERS = 20_000_000;

    private Npz() {}

    /// Writes to `out`, which stays open.
    public static void write(Parameters weights, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        put(zip, weights);
        zip.finish();
    }

    /// The weights in `file` for a network of the shape of `shape`; other arrays are ignored.
    /// Throws [UserError] if the file cannot be read or its arrays do not match.
    public static Parameters read(Path file, Parameters shape) {
        Parameters weights = shape.zeros();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (int l = 0; l < weights.layers(); l++) {
                read(zip, "W" + (l + 1), weights.weights(l), weightShape(weights, l));
                read(zip, "b" + (l + 1), weights.biases(l), biasShape(weights, l));
            }
            String beyond = "W" + (weights.layers() + 1);
            if (zip.getEntry(beyond + ".npy") != null) {
                throw new IOException(
                        "it contains "
                                + beyond
                                + ", but the network "
                                + shape.shape()
                                + " has no such layer");
            }
            return weights;
        } catch (IOException e) {
            throw UserError.input(
                    file + " cannot be used as weights: " + UserError.reason(e) + ".", e);
        }
    }

    /// The bytes written by [#write].
    public static byte[] bytes(Parameters weights) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(weights, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be written to.", e);
        }
        return bytes.toByteArray();
    }

    /// The weights in bytes written by [#write]. Throws [UserError] if they are invalid.
    public static Parameters read(byte[] npz) {
        try {
            Parameters weights = new Parameters(sizes(npz));
            ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(npz));
            for (int l = 0; l < weights.layers(); l++) {
                zip.getNextEntry();
                Npy.read(zip, weightShape(weights, l), weights.weights(l));
                zip.getNextEntry();
                Npy.read(zip, biasShape(weights, l), weights.biases(l));
            }
            return weights;
        } catch (IOException e) {
            throw UserError.input(
                    "The stored weights cannot be used: " + UserError.reason(e) + ".", e);
        } catch (IllegalArgumentException e) {
            // thrown for names in the zip file that are not valid text
            throw UserError.input("The stored weights cannot be used: they are damaged.", e);
        }
    }

    /// Fan-in of the first layer, then fan-out of each; limited to the largest supported network.
    private static int[] sizes(byte[] npz) throws IOException {
        List<Integer> sizes = new ArrayList<>();
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(npz));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().startsWith("W")) {
                List<Integer> shape = Npy.Header.read(new DataInputStream(zip)).shape();
                if (shape.size() != 2 || shape.contains(0)) {
                    throw new IOException("the weights of a layer have shape " + Npy.tuple(shape));
                }
                sizes.addAll(sizes.isEmpty() ? shape : shape.subList(1, 2));
            }
        }
        if (sizes.isEmpty()) {
            throw new IOException("they are not an .npz file");
        }
        long count = 0;
        for (int l = 1; l < sizes.size() && count <= MAX_NUMBERS; l++) {
            count += (long) sizes.get(l - 1) * sizes.get(l);
        }
        if (count > MAX_NUMBERS) {
            throw new IOException("the network is larger than the maximum");
        }
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Rows of a matrix.
    @FunctionalInterface
    public interface Rows {
        /// Writes row `row` into `target` (modified).
        void copy(int row, double[] target);
    }

    /// Adds a vector to an `.npz` file.
    public static void put(ZipOutputStream zip, String name, double[] values) throws IOException {
        put(zip, name, values, List.of(values.length));
    }

    /// Adds a matrix to an `.npz` file, row by row.
    public static void put(ZipOutputStream zip, String name, int rows, int columns, Rows source)
            throws IOException {
        begin(zip, name);
        zip.write(Npy.Header.bytes(List.of(rows, columns)));
        double[] values = new double[columns];
        ByteBuffer bytes =
                ByteBuffer.allocate(Double.BYTES * columns).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < rows; row++) {
            source.copy(row, values);
            bytes.asDoubleBuffer().put(values);
            zip.write(bytes.array());
        }
        zip.closeEntry();
    }

    /// Adds the weights to an `.npz` file, as [#write] does.
    public static void put(ZipOutputStream zip, Parameters weights) throws IOException {
        for (int l = 0; l < weights.layers(); l++) {
            put(zip, "W" + (l + 1), weights.weights(l), weightShape(weights, l));
            put(zip, "b" + (l + 1), weights.biases(l), biasShape(weights, l));
        }
    }

    private static void put(ZipOutputStream zip, String name, double[] values, List<Integer> shape)
            throws IOException {
        begin(zip, name);
        zip.write(Npy.bytes(values, shape));
        zip.closeEntry();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
    }

    private static void read(ZipFile zip, String name, double[] target, List<Integer> shape)
            throws IOException {
        ZipEntry entry = zip.getEntry(name + ".npy");
        if (entry == null) {
            throw new IOException("it has no array " + name + " of shape " + Npy.tuple(shape));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Npy.read(in, shape, target);
        } catch (IOException e) {
            throw new IOException("in array " + name + ", " + UserError.reason(e), e);
        }
    }

    static List<Integer> weightShape(Parameters weights, int layer) {
        return List.of(weights.fanIn(layer), weights.fanOut(layer));
    }

    static List<Integer> biasShape(Parameters weights, int layer) {
        return List.of(weights.fanOut(layer));
    }
}
