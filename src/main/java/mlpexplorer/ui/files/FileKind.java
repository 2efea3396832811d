package mlpexplorer.ui.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// The kind of a file, detected by its first bytes.
enum FileKind {
    PICTURE,
    VECTOR_PICTURE,
    ARRAYS,
    ARCHIVE,
    IDX_IMAGES,
    IDX_LABELS,
    WEIGHTS,
    MODEL,
    SPEC,
    CSV;

    private static final int HEAD_BYTES = 1 << 16;

    /// Where the name of the first entry of a zip file begins.
    private static final int NAME_OFFSET = 30;

    private static final Pattern SVG = Pattern.compile("\\s*<(\\?xml|!--|!DOCTYPE svg|svg\\b)");

    private static final int GZIP_ID = 0x1f8b;

    /// Anything else is treated as CSV, whose reader reports what is wrong.
    static FileKind of(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), HEAD_BYTES)) {
            in.mark(2);
            int id = in.read() << 8 | in.read();
            in.reset();
            byte[] head =
                    id == GZIP_ID
                            ? new GZIPInputStream(in).readNBytes(4)
                            : in.readNBytes(HEAD_BYTES);
            return of(head);
        }
    }

    private static FileKind of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG")) {
            return PICTURE;
        }
        if (text.startsWith("\u0093NUMPY")) {
            return ARRAYS;
        }
        if (text.startsWith("PK\u0003\u0004")) {
            return text.startsWith("model.json", NAME_OFFSET) ? MODEL : ARCHIVE;
        }
        if (text.startsWith("\0\0\u0008\u0003")) {
            return IDX_IMAGES;
        }
        if (text.startsWith("\0\0\u0008\u0001")) {
            return IDX_LABELS;
        }
        String bare = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
        if (SVG.matcher(bare).lookingAt()) {
            return VECTOR_PICTURE;
        }
        if (!bare.stripLeading().startsWith("{")) {
            return CSV;
        }
        return bare.contains("\"W1\"") ? WEIGHTS : SPEC;
    }
}
