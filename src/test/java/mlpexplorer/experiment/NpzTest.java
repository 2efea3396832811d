package mlpexplorer.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import mlpexplorer.Wait;
import mlpexplorer.data.DataShape;
import mlpexplorer.data.io.Npy;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Parameters;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

final class NpzTest {
    @TempDir private Path folder;

    /// What `numpy_npz.py` writes: W1 = [[0, 1, 2], [3, 4, 5]] / 4, b1 = −1, W2 = [[0, −1], [−2,
    /// −3], [−4, −5]] / 8, b2 = 7.
    private static Parameters example() {
        Parameters weights = new Parameters(2, 3, 2);
        Arrays.setAll(weights.weights(0), i -> i / 4.0);
        Arrays.fill(weights.biases(0), -1);
        Arrays.setAll(weights.weights(1), i -> i / -8.0 + 0.0);
        Arrays.fill(weights.biases(1), 7);
        return weights;
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(NpzTest.class.getResource(name).toURI());
    }

    private static void assertSame(Parameters actual, Parameters expected) {
        for (int l = 0; l < expected.layers(); l++) {
            assertThat(actual.weights(l)).isEqualTo(expected.weights(l));
            assertThat(actual.biases(l)).isEqualTo(expected.biases(l));
        }
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve("made.npz");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey() + ".npy"));
                out.write(entry.getValue());
            }
        }
        return file;
    }

    private static void assertRefused(Path file, Parameters shape, String reason) {
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> Npz.read(file, shape))
                .withMessage(file + " cannot be used as weights: " + reason + ".");
    }

    @Test
    void readsBackTheBitsItWrote() throws IOException {
        Parameters weights = new RunSpec().mlp(new DataShape(300, 2, 2)).initialize(5);
        weights.biases(1)[0] = Double.MIN_VALUE;
        Path file = folder.resolve("model.npz");
        Files.write(file, Npz.bytes(weights));
        assertSame(Npz.read(file, weights), weights);
    }

    @Test
    void storedWeightsOfAMonstrousNetworkAreRefusedBeforeThereIsMemoryForThem() throws IOException {
        for (String shape :
                List.of(
                        "(2000000000, 2)",
                        "(9999, 2147483647)",
                        "(3,)",
                        "()",
                        "(0, 2)",
                        "(1, 2, 3)")) {
            String dictionary =
                    "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }\n";
            String array = "\u0093NUMPY\1\0" + (char) dictionary.length() + "\0" + dictionary;
            byte[] npz =
                    Files.readAllBytes(
                            zip(Map.of("W1", array.getBytes(StandardCharsets.ISO_8859_1))));
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> Npz.read(npz))
                    .withMessageMatching(
                            "The stored weights cannot be used: (the weights of a layer have shape"
                                    + " .*|the network is larger than the maximum)\\.");
        }
    }

    @Test
    void equalWeightsMakeEqualFiles() throws IOException {
        Files.write(folder.resolve("one.npz"), Npz.bytes(example()));
        Files.write(folder.resolve("two.npz"), Npz.bytes(example()));
        assertThat(folder.resolve("one.npz")).hasSameBinaryContentAs(folder.resolve("two.npz"));
    }

    /// Plain, compressed, 32-bit in column order, whole numbers with big-endian bytes and biases as
    /// rows.
    @ParameterizedTest
    @ValueSource(
            strings = {"numpy-float64.npz", "numpy-compressed.npz", "numpy-float32-fortran.npz"})
    void readsWhatNumpyWrote(String name) throws URISyntaxException {
        assertSame(Npz.read(resource(name), new Parameters(2, 3, 2)), example());
    }

    @Test
    void readsWholeNumbersOfEitherByteOrder() throws URISyntaxException {
        Parameters weights = Npz.read(resource("numpy-integers.npz"), new Parameters(2, 3, 2));
        assertThat(weights.weights(0)).containsExactly(1, 1, 1, -1, -1, -1);
        assertThat(weights.weights(1)).containsExactly(1, 1, -1, -1, -1, -1);
        assertThat(weights.biases(0)).containsExactly(0, 0, 0);
    }

    @Test
    void numpyReadsWhatWasWritten() throws Exception {
        Path file = folder.resolve("ours.npz");
        Files.write(file, Npz.bytes(example()));
        assumeTrue(python("-c", "import numpy") == 0, "NumPy is not installed");
        assertThat(python(resource("numpy_npz.py").toString(), "verify", file.toString())).isZero();
    }

    private static int python(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        try {
            return Wait.forExit(
                    new ProcessBuilder(command)
                            .inheritIO()
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            return 1;
        }
    }

    @Test
    void aNetworkOfAnotherShapeIsRefused() throws IOException {
        Path file = folder.resolve("model.npz");
        Files.write(file, Npz.bytes(example()));
        assertRefused(
                file,
                new Parameters(2, 4, 2),
                "in array W1, its shape is (2, 3), but the network needs (2, 4)");
        assertRefused(file, new Parameters(2, 3, 2, 2), "it has no array W3 of shape (2, 2)");
        assertRefused(
                file,
                new Parameters(2, 3),
                "it contains W2, but the network 2-3 has no such layer");
    }

    @Test
    void aFileThatIsNoZipIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("text.npz"), "hello");
        assertThatExceptionOfType(UserError.class)
                .isThrownBy(() -> Npz.read(file, new Parameters(2, 2)))
                .withMessageStartingWith(file + " cannot be used as weights: ");
    }

    @Test
    void aMissingFileIsTold() {
        assertRefused(
                folder.resolve("none.npz"),
                new Parameters(2, 2),
                "there is no such file or folder");
    }

    @Test
    void anArrayThatIsCutOffIsRefused() throws IOException {
        byte[] whole = Npy.bytes(new double[] {1, 2, 3, 4}, List.of(2, 2));
        Path file = zip(Map.of("W1", Arrays.copyOf(whole, whole.length - 1)));
        assertRefused(file, new Parameters(2, 2), "in array W1, it is truncated");
    }

    @Test
    void aValueThatIsNotFiniteIsRefused() throws IOException {
        Path file = zip(Map.of("W1", Npy.bytes(new double[] {1, 2, Double.NaN, 4}, List.of(2, 2))));
        assertRefused(file, new Parameters(2, 2), "in array W1, it contains NaN");
    }

    @Test
    void whatIsNoArrayIsRefused() throws IOException {
        Path file = zip(Map.of("W1", "hello, world".getBytes(StandardCharsets.UTF_8)));
        assertRefused(file, new Parameters(2, 2), "in array W1, it is not a NumPy array");
    }

    @Test
    void aShapeBeyondMemoryIsRefusedBeforeAnythingIsMadeForIt() throws IOException {
        Path file = zip(Map.of("W1", Npy.Header.bytes(List.of(2_000_000_000, 2_000_000_000))));
        assertRefused(
                file,
                new Parameters(2, 2),
                "in array W1, its shape is (2000000000, 2000000000), but the network needs (2, 2)");
    }

    @Test
    void textArraysAreRefusedByTheirType() throws IOException {
        String header = "{'descr': '<U3', 'fortran_order': False, 'shape': (2, 2), }\n";
        byte[] bytes =
                ("\u0093NUMPY\u0001\0" + (char) header.length() + "\0" + header)
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(
                zip(Map.of("W1", bytes)),
                new Parameters(2, 2),
                "in array W1, it contains strings, but must contain numbers");
    }

    @Test
    void theStreamItWritesToStaysOpen() throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("two.bin"))) {
            Npz.write(example(), out);
            out.write(1);
        }
        assertThat(Files.size(folder.resolve("two.bin"))).isGreaterThan(100);
    }
}
