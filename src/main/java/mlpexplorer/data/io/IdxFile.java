package mlpexplorer.data.io;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// An open IDX file with a validated header.
final class IdxFile implements AutoCloseable {
    static final long MAX_BYTES = 512L << 20;
    /// The maximum compression ratio of deflate (zlib technical details).
    private static final int MOST_COMPRESSED = 1_032;
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final InputStream in;
    private final IdxHeader header;

    IdxFile(Path file, int dimensions, String what) throws IOException {
        this.name = file.toString();
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw UserError.input(name + " is not a regular file, but must be IDX " + what + ".");
        }
        long bytes = Files.size(file);
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            boolean zipped = isZipped(raw);
            this.in = zipped ? new GZIPInputStream(raw, BUFFER) : raw;
            this.header = IdxHeader.read(in, name, dimensions, what);
            requireRoom(zipped ? bytes * MOST_COMPRESSED : bytes, !zipped);
        } catch (IOException e) {
            raw.close();
            throw said(e);
        } catch (UserError e) {
            raw.close();
            throw e;
        }
    }

    IdxHeader header() {
        return header;
    }

    String name() {
        return name;
    }

    /// The first `count` bytes of the content; if that is all of it, the file must end there.
    byte[] read(int count) throws IOException {
        byte[] content = new byte[count];
        try {
            int got = in.readNBytes(content, 0, count);
            if (got < count) {
                throw ended(got);
            }
            if (count == header.content() && in.read() >= 0) {
                throw UserError.input(String.format(
                        Locale.ROOT, "%s continues after the %,d bytes that its header specifies.", name, header.content()));
            }
        } catch (IOException e) {
            throw said(e);
        }
        return content;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void requireRoom(long most, boolean exact) {
        if (header.content() > MAX_BYTES) {
            throw UserError.input(String.format(
                    Locale.ROOT, "%s specifies %s in its header, but at most %,d MB can be read.", name, sizes(), MAX_BYTES >> 20));
        }
        if (exact ? header.length() + header.content() != most : header.length() + header.content() > most) {
            throw UserError.input(String.format(
                    Locale.ROOT, "%s specifies %s in its header, but %s %,d bytes.", name, sizes(), exact ? "has" : "cannot hold more than", most));
        }
    }

    private String sizes() {
        StringBuilder text = new StringBuilder();
        for (int size : header.sizes()) {
            text.append(text.isEmpty() ? "" : " × ").append(String.format(Locale.ROOT, "%,d", size));
        }
        return text.append(" bytes").toString();
    }

    private UserError ended(int got) {
        return UserError.input(String.format(
                Locale.ROOT, "%s ends after %,d bytes of content, but its header specifies %,d.", name, got, header.content()));
    }

    private IOException said(IOException e) {
        if (e instanceof EOFException) {
            throw UserError.input(name + " ends too early: its compressed data are incomplete.", e);
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
}
