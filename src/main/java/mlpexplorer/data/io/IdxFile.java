package mlpexplorer.data.io;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// An open IDX file with a validated header.
final class IdxFile implements AutoCloseable {
    static final long MAX_BYTES = 512L << 20;

    /// The maximum compression ratio of deflate (zlib technical details).
    private static final int MAX_COMPRESSION_RATIO = 1_032;

    private static final int BUFFER = 1 << 16;

    private final String name;
    private final InputStream in;
    private final Header header;
    private long done;

    IdxFile(Path file, int dimensions, String what) throws IOException {
        this(file, dimensions, what, MAX_BYTES);
    }

    /// @param mostBytes maximum of the content
    IdxFile(Path file, int dimensions, String what, long mostBytes) throws IOException {
        this.name = file.toString();
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw UserError.input(name + " is not a regular file, but must be IDX " + what + ".");
        }
        long bytes = Files.size(file);
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            boolean zipped = isZipped(raw);
            this.in = zipped ? new GZIPInputStream(raw, BUFFER) : raw;
            this.header = Header.read(in, name, dimensions, what);
            requireAtMost(mostBytes);
            requireRoom(zipped ? bytes * MAX_COMPRESSION_RATIO : bytes, !zipped);
        } catch (IOException e) {
            raw.close();
            throw withFileName(e);
        } catch (UserError e) {
            raw.close();
            throw e;
        }
    }

    Header header() {
        return header;
    }

    String name() {
        return name;
    }

    /// The next `count` bytes of the content; if they are the last, the file must end there.
    byte[] read(int count) throws IOException {
        byte[] content = new byte[count];
        try {
            int got = in.readNBytes(content, 0, count);
            done += got;
            if (got < count) {
                throw ended(done);
            }
            if (done == header.content() && in.read() >= 0) {
                throw UserError.input(
                        String.format(
                                Locale.ROOT,
                                "%s continues after the %,d bytes that its header specifies.",
                                name,
                                header.content()));
            }
        } catch (IOException e) {
            throw withFileName(e);
        }
        return content;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void requireAtMost(long mostBytes) {
        if (header.content() > mostBytes) {
            throw UserError.input(
                    String.format(
                            Locale.ROOT,
                            "%s specifies %s in its header, but at most %,d MB can be read.",
                            name,
                            sizes(),
                            mostBytes >> 20));
        }
    }

    private void requireRoom(long most, boolean exact) {
        if (exact
                ? header.length() + header.content() != most
                : header.length() + header.content() > most) {
            throw UserError.input(
                    String.format(
                            Locale.ROOT,
                            "%s specifies %s in its header, but %s %,d bytes.",
                            name,
                            sizes(),
                            exact ? "has" : "cannot hold more than",
                            most));
        }
    }

    private String sizes() {
        StringBuilder text = new StringBuilder();
        for (int size : header.sizes()) {
            text.append(text.isEmpty() ? "" : " × ")
                    .append(String.format(Locale.ROOT, "%,d", size));
        }
        return text.append(" bytes").toString();
    }

    private UserError ended(long got) {
        return UserError.input(
                String.format(
                        Locale.ROOT,
                        "%s ends after %,d bytes of content, but its header specifies %,d.",
                        name,
                        got,
                        header.content()));
    }

    private IOException withFileName(IOException e) {
        if (e instanceof EOFException) {
            throw UserError.input(name + " ends too early: its compressed data is incomplete.", e);
        }
        if (e instanceof ZipException) {
            throw UserError.input(name + " is damaged: its compressed data cannot be read.", e);
        }
        return e;
    }

    private static boolean isZipped(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return zipped;
    }

    /// The header of an IDX file: a magic number (two zero bytes, 8 for unsigned bytes, the number
    /// of sizes), then the sizes, four bytes each, most significant first.
    ///
    /// @param sizes sizes, each at least 1
    record Header(int[] sizes) {
        private static final int UNSIGNED_BYTES = 8;
        private static final int SIZE_BYTES = 4;
        private static final int HEAD_BYTES = 4_096;

        /// The header of images (3 sizes: images, rows, columns) or labels (1 size).
        ///
        /// @param what `"images"` or `"labels"`, for error messages
        static Header read(InputStream in, String file, int dimensions, String what)
                throws IOException {
            int magic = number(in, file, what);
            int expected = UNSIGNED_BYTES << 8 | dimensions;
            if (magic != expected) {
                throw otherKind(magic, in, file, what, expected);
            }
            int[] sizes = new int[dimensions];
            for (int i = 0; i < dimensions; i++) {
                sizes[i] = number(in, file, what);
                if (sizes[i] < 1) {
                    throw UserError.input(
                            String.format(
                                    Locale.ROOT,
                                    "%s has %d as size %d in its header, but a size must be from 1"
                                            + " to %,d.",
                                    file,
                                    Integer.toUnsignedLong(sizes[i]),
                                    i + 1,
                                    Integer.MAX_VALUE));
                }
            }
            return new Header(sizes);
        }

        private static UserError otherKind(
                int magic, InputStream in, String file, String what, int expected)
                throws IOException {
            byte[] rest = in.readNBytes(HEAD_BYTES);
            byte[] head =
                    ByteBuffer.allocate(SIZE_BYTES + rest.length).putInt(magic).put(rest).array();
            return FileContent.describeAny(head)
                    .map(found ->
                            UserError.input(
                                    file
                                            + " must be IDX "
                                            + what
                                            + ", but this looks like "
                                            + found
                                            + remedy(found, what)))
                    .orElseGet(() ->
                            UserError.input(
                                    String.format(
                                            Locale.ROOT,
                                            "%s starts with 0x%08x, but IDX %s start with"
                                                    + " 0x%08x.",
                                            file,
                                            magic,
                                            what,
                                            expected)));
        }

        private static String remedy(String found, String what) {
            if (found.startsWith("IDX ")) {
                return "; give the images first, then their labels.";
            }
            if (!found.startsWith("an IDX file")) {
                return ".";
            }
            return what.equals("images")
                    ? "; images must have one byte for each pixel, images × rows × columns."
                    : "; there must be one byte for each image.";
        }

        int count() {
            return sizes[0];
        }

        /// Bytes of one image or label; larger than any file if the sizes are absurd.
        long each() {
            return Arrays.stream(sizes).skip(1).asLongStream().reduce(1, Header::product);
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
                throw UserError.input(
                        file + " ends within its header, but must be IDX " + what + ".");
            }
            int number = 0;
            for (byte b : bytes) {
                number = (number << 8) | (b & 0xff);
            }
            return number;
        }
    }
}
