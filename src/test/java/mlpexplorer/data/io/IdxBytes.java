package mlpexplorer.data.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/// Small IDX files.
final class IdxBytes {
    private IdxBytes() {}

    /// `count` pictures of 2 × 3 pixels: 0, 1, 2, …
    static byte[] pictures(int count) {
        return file(0x803, counting(count * 6), count, 2, 3);
    }

    static byte[] labels(int... labels) {
        byte[] content = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            content[i] = (byte) labels[i];
        }
        return file(0x801, content, labels.length);
    }

    static byte[] file(int magic, byte[] content, int... sizes) {
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + content.length).putInt(magic);
        for (int size : sizes) {
            bytes.putInt(size);
        }
        return bytes.put(content).array();
    }

    static byte[] counting(int length) {
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = (byte) i;
        }
        return content;
    }

    static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
