package mlpexplorer.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The four files of MNIST and their location.
public final class Mnist {
    public static final File TRAIN_IMAGES =
            new File("train-images-idx3-ubyte.gz", 9_912_422, "f68b3c2dcbeaaa9fbdd348bbdeb94873");
    public static final File TRAIN_LABELS =
            new File("train-labels-idx1-ubyte.gz", 28_881, "d53e105ee54ea40749a09fcbcd1e9432");
    public static final File TEST_IMAGES =
            new File("t10k-images-idx3-ubyte.gz", 1_648_877, "9fb629c4189551a2d022fa330f9573f3");
    public static final File TEST_LABELS =
            new File("t10k-labels-idx1-ubyte.gz", 4_542, "ec29112dd5afa0611ce80d1b7f02629c");
    public static final List<File> FILES =
            List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);

    private Mnist() {}

    /// The folder of the downloaded files.
    public static Path folder() {
        return AppDirectories.path().resolve("mnist");
    }

    /// Whether all files are in `folder`.
    public static boolean isIn(Path folder) {
        return FILES.stream().allMatch(file -> Files.isRegularFile(file.in(folder)));
    }

    /// A file of the MNIST database of handwritten digits.
    ///
    /// @param name file name on the mirrors
    /// @param bytes size
    /// @param md5 checksum in hexadecimal, as stated by the mirrors, PyTorch and Keras
    public record File(String name, long bytes, String md5) {
        private static final int BUFFER = 1 << 16;

        /// The path of this file in `folder`.
        public Path in(Path folder) {
            return folder.resolve(name);
        }

        /// Whether `file` has the expected content.
        boolean isAt(Path file) throws IOException {
            return Files.isRegularFile(file) && Files.size(file) == bytes && md5.equals(md5(file));
        }

        private static String md5(Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                MessageDigest digest = MessageDigest.getInstance("MD5");
                byte[] buffer = new byte[BUFFER];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    digest.update(buffer, 0, count);
                }
                return HexFormat.of().formatHex(digest.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has MD5.", e);
            }
        }
    }
}
