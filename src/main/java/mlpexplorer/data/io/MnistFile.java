package mlpexplorer.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file of the MNIST database of handwritten digits.
///
/// @param name  file name on the mirrors
/// @param bytes size
/// @param md5   checksum in hexadecimal, as stated by the mirrors, PyTorch and Keras
public record MnistFile(String name, long bytes, String md5) {
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
