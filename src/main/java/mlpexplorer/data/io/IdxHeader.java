package mlpexplorer.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

/// The header of an IDX file: a magic number (two zero bytes, 8 for unsigned bytes, the number of sizes),
/// then the sizes, four bytes each, most significant first.
///
/// @param sizes sizes, each at least 1
record IdxHeader(int[] sizes) {
    private static final int UNSIGNED_BYTES = 8;
    private static final int SIZE_BYTES = 4;

    /// The header of images (3 sizes: images, rows, columns) or labels (1 size).
    ///
    /// @param what `"images"` or `"labels"`, for error messages
    static IdxHeader read(InputStream in, String file, int dimensions, String what) throws IOException {
        int magic = number(in, file, what);
        int expected = UNSIGNED_BYTES << 8 | dimensions;
        if (magic != expected) {
            throw UserError.input(String.format(
                    Locale.ROOT, "%s starts with 0x%08x, but IDX %s start with 0x%08x.", file, magic, what, expected));
        }
        int[] sizes = new int[dimensions];
        for (int i = 0; i < dimensions; i++) {
            sizes[i] = number(in, file, what);
            if (sizes[i] < 1) {
                throw UserError.input(String.format(
                        Locale.ROOT, "%s has %d as size %d in its header, but a size must be from 1 to %,d.",
                        file, Integer.toUnsignedLong(sizes[i]), i + 1, Integer.MAX_VALUE));
            }
        }
        return new IdxHeader(sizes);
    }

    int count() {
        return sizes[0];
    }

    /// Bytes of one image or label; larger than any file if the sizes are absurd.
    long each() {
        return Arrays.stream(sizes).skip(1).asLongStream().reduce(1, IdxHeader::product);
    }

    /// Bytes that follow the header.
    long content() {
        return product(count(), each());
    }

    int length() {
        return SIZE_BYTES * (1 + sizes.length);
    }

    private static long product(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        return high == 0 && a * b >= 0 ? a * b : Long.MAX_VALUE;
    }

    private static int number(InputStream in, String file, String what) throws IOException {
        byte[] bytes = in.readNBytes(SIZE_BYTES);
        if (bytes.length < SIZE_BYTES) {
            throw UserError.input(file + " ends within its header, but must be IDX " + what + ".");
        }
        int number = 0;
        for (byte b : bytes) {
            number = number << 8 | b & 0xff;
        }
        return number;
    }
}
