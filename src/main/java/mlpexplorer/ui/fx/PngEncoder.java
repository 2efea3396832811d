package mlpexplorer.ui.fx;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes pixels as a PNG (PNG specification, third edition): 8 bits a channel, RGB where every pixel is opaque and RGBA
/// otherwise, texts as UTF-8 `iTXt` chunks before the picture. JavaFX has no encoder of its own, and going through AWT
/// would load a second toolkit for this one task.
final class PngEncoder {

    static final long SIGNATURE = 0x89504e470d0a1a0aL;

    private static final int NO_FILTER = 0;
    private static final int SUB = 1;
    private static final int UP = 2;

    private final int width;
    private final int height;
    private final int[] argb;
    private final int channels;

    /// @param argb plain (not premultiplied) pixels, row by row, width × height
    PngEncoder(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
        channels = isOpaque(argb) ? 3 : 4;
    }

    private static boolean isOpaque(int[] argb) {
        for (int pixel : argb) {
            if (pixel >>> 24 != 0xff) {
                return false;
            }
        }
        return true;
    }

    /// The whole file, with one text chunk for each entry of `texts`.
    byte[] encode(Map<String, String> texts) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream(argb.length / 2 + 1024);
        DataOutputStream out = new DataOutputStream(file);
        out.writeLong(SIGNATURE);
        chunk(out, "IHDR", header());
        for (Map.Entry<String, String> text : texts.entrySet()) {
            chunk(out, "iTXt", text(text.getKey(), text.getValue()));
        }
        chunk(out, "IDAT", compressedRows());
        chunk(out, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }

    private byte[] header() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(width);
        out.writeInt(height);
        out.writeByte(8);
        out.writeByte(channels == 3 ? 2 : 6);
        out.write(new byte[3]);
        return bytes.toByteArray();
    }

    /// Keyword, then no compression, no language and no translated keyword (five zero bytes), then the text.
    private static byte[] text(String keyword, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(keyword.getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(new byte[5]);
        bytes.write(text.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private byte[] compressedRows() throws IOException {
        Deflater deflater = new Deflater(6);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(argb.length / 2 + 64);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
            byte[] above = new byte[width * channels];
            byte[] row = new byte[width * channels];
            for (int y = 0; y < height; y++) {
                unpack(y, row);
                writeFiltered(out, row, above);
                byte[] free = above;
                above = row;
                row = free;
            }
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private void unpack(int y, byte[] row) {
        int at = 0;
        for (int x = 0; x < width; x++) {
            int pixel = argb[y * width + x];
            row[at++] = (byte) (pixel >> 16);
            row[at++] = (byte) (pixel >> 8);
            row[at++] = (byte) pixel;
            if (channels == 4) {
                row[at++] = (byte) (pixel >>> 24);
            }
        }
    }

    /// Takes the filter whose bytes are smallest in sum, the specification's own rule of thumb.
    private void writeFiltered(DeflaterOutputStream out, byte[] row, byte[] above) throws IOException {
        byte[] best = row;
        int filter = NO_FILTER;
        long least = sum(row);
        byte[] fromLeft = minus(row, channels, row);
        byte[] fromAbove = minus(row, 0, above);
        if (sum(fromLeft) < least) {
            best = fromLeft;
            filter = SUB;
            least = sum(fromLeft);
        }
        if (sum(fromAbove) < least) {
            best = fromAbove;
            filter = UP;
        }
        out.write(filter);
        out.write(best);
    }

    private static byte[] minus(byte[] row, int shift, byte[] other) {
        byte[] difference = row.clone();
        for (int i = shift; i < row.length; i++) {
            difference[i] = (byte) (row[i] - other[i - shift]);
        }
        return difference;
    }

    private static long sum(byte[] bytes) {
        long sum = 0;
        for (byte b : bytes) {
            sum += Math.abs(b);
        }
        return sum;
    }
}
