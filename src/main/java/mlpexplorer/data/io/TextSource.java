package mlpexplorer.data.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Text that can be read more than once: UTF-8 or, with a byte-order mark, UTF-16 or UTF-32.
///
/// @param name name for messages
/// @param encoding encoding, from the byte-order mark
record TextSource(String name, Opener opener, Encoding encoding) {
    static final long MAX_BYTES = 256L << 20;

    interface Opener {
        InputStream open() throws IOException;
    }

    /// An encoding and its byte-order mark.
    enum Encoding {
        /// Before UTF-16, whose mark is the beginning of this one.
        UTF_32_LITTLE("UTF-32LE", 0xff, 0xfe, 0, 0),
        UTF_32_BIG("UTF-32BE", 0, 0, 0xfe, 0xff),
        UTF_16_LITTLE("UTF-16LE", 0xff, 0xfe),
        UTF_16_BIG("UTF-16BE", 0xfe, 0xff),
        UTF_8_MARKED("UTF-8", 0xef, 0xbb, 0xbf),
        UTF_8("UTF-8");

        private final Charset charset;
        private final byte[] mark;

        Encoding(String charset, int... mark) {
            this.charset = Charset.forName(charset);
            this.mark = new byte[mark.length];
            for (int i = 0; i < mark.length; i++) {
                this.mark[i] = (byte) mark[i];
            }
        }

        static Encoding of(byte[] start) {
            for (Encoding encoding : values()) {
                int length = encoding.mark.length;
                if (start.length >= length
                        && Arrays.equals(encoding.mark, 0, length, start, 0, length)) {
                    return encoding;
                }
            }
            return UTF_8;
        }
    }

    /// A file; throws [UserError] if it does not exist, is too large or is not a text table.
    static TextSource of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw UserError.input(file + " is a folder, but must be a CSV file.");
        }
        if (Files.size(file) > MAX_BYTES) {
            throw UserError.input(
                    file + " is larger than " + (MAX_BYTES >> 20) + " MB, the maximum size.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw UserError.input(file + " is not a regular file, but must be a CSV file.");
        }
        return of(file.toString(), () -> Files.newInputStream(file));
    }

    static TextSource of(String name, Opener opener) throws IOException {
        try (InputStream in = opener.open()) {
            Encoding encoding = Encoding.of(in.readNBytes(4));
            TextSource source = new TextSource(name, opener, encoding);
            if (encoding.charset.equals(StandardCharsets.UTF_8)) {
                FileContent.requireTable(name, opener.open());
            }
            return source;
        }
    }

    /// The characters after the byte-order mark. Reading throws [CharacterCodingException] where
    /// they are invalid; see [#invalid].
    Reader open() throws IOException {
        InputStream in = new BufferedInputStream(opener.open());
        in.skipNBytes(encoding.mark.length);
        return new InputStreamReader(in, encoding.charset.newDecoder());
    }

    /// Describes why [#open] could not decode the text.
    UserError invalid() throws IOException {
        if (!encoding.charset.equals(StandardCharsets.UTF_8)) {
            return UserError.input(
                    name
                            + " has the byte-order mark of "
                            + encoding.charset.name()
                            + ", but is not valid "
                            + encoding.charset.name()
                            + " text.");
        }
        try (InputStream in = new BufferedInputStream(opener.open())) {
            return UserError.input(
                    name
                            + " is not UTF-8 text, but a CSV file must be; the first invalid byte"
                            + " is in line "
                            + firstInvalidLine(in)
                            + ". In Excel, save it as CSV UTF-8.");
        }
    }

    /// The number of the first invalid line, from 1; the line after the last if all are valid.
    private static long firstInvalidLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 1;
        int before = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\r' || b == '\n') {
                if (!isUtf8(line.toByteArray())) {
                    return number;
                }
                line.reset();
                number += b == '\n' && before == '\r' ? 0 : 1;
            } else {
                line.write(b);
            }
            before = b;
        }
        return isUtf8(line.toByteArray()) ? number + 1 : number;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
