package mlpexplorer.data.io;

import mlpexplorer.nn.Numbers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Identifies files by their first bytes, for messages about files of the wrong type.
public final class FileContent {
    /// The description of JSON.
    public static final String JSON_FILE = "a JSON file";

    private static final int HEAD_BYTES = 1 << 14;

    /// Minimum fraction of zero bytes in UTF-16 text, which is mostly ASCII.
    private static final double MIN_ZERO_FRACTION = 0.4;

    private static final Pattern WEB_PAGE =
            Pattern.compile("^<(!doctype html|html|head|body|script)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML = Pattern.compile("<[?!a-zA-Z]");
    private static final Pattern JSON = Pattern.compile("\\{\\s*[\"}]|\\[\\s*[\\[{]");
    private static final Pattern IDX =
            Pattern.compile("\\x00\\x00[\\x08\\x09\\x0b-\\x0e][\\x01-\\x08]");

    /// First characters of files, as Latin 1, and the kind of file.
    private static final List<Signature> SIGNATURES =
            List.of(
                    new Signature("\u0089PNG\r\n", "a PNG picture"),
                    new Signature("\u00ff\u00d8\u00ff", "a JPEG picture"),
                    new Signature("GIF8", "a GIF picture"),
                    new Signature("BM", "a BMP picture", 2),
                    new Signature("II*\0", "a TIFF picture"),
                    new Signature("MM\0*", "a TIFF picture"),
                    new Signature("RIFF", "a media file"),
                    new Signature("%PDF", "a PDF document"),
                    new Signature("{\\rtf", "an RTF document"),
                    new Signature("\u001f\u008b", "a gzip archive; unpack it first"),
                    new Signature("BZh", "a bzip2 archive; unpack it first"),
                    new Signature("\u00fd7zXZ\0", "an xz archive; unpack it first"),
                    new Signature("7z\u00bc\u00af", "a 7-Zip archive; unpack it first"),
                    new Signature("Rar!", "a RAR archive; unpack it first"),
                    new Signature("(\u00b5/\u00fd", "a Zstandard archive; unpack it first"),
                    new Signature(
                            "\u00d0\u00cf\u0011\u00e0",
                            "an old Excel or Office file; save it as CSV UTF-8"),
                    new Signature("\u0093NUMPY", "a NumPy array"),
                    new Signature("\u0089HDF", "an HDF5 file"),
                    new Signature("MATLAB 5.0", "a MATLAB file; save the table as CSV"),
                    new Signature("PAR1", "a Parquet file; save the table as CSV"),
                    new Signature("ARROW1", "an Arrow file; save the table as CSV"),
                    new Signature("Obj\u0001", "an Avro file"),
                    new Signature("SQLite format 3\0", "an SQLite database"),
                    new Signature("$FL2", "an SPSS file; save the table as CSV"),
                    new Signature("\u0080\u0002", "a Python pickle"),
                    new Signature("\u0080\u0003", "a Python pickle"),
                    new Signature("\u0080\u0004", "a Python pickle"),
                    new Signature("\u0080\u0005", "a Python pickle"),
                    new Signature("\u007fELF", "a program"),
                    new Signature("MZ", "a program", 2));

    /// @param binaryAfter for signatures that could begin a text: the content must be binary from
    ///   this byte; -1 if it does not matter
    private record Signature(String start, String what, int binaryAfter) {
        Signature(String start, String what) {
            this(start, what, -1);
        }

        boolean matches(String head) {
            return head.startsWith(start)
                    && (binaryAfter < 0 || head.indexOf('\0', binaryAfter) >= 0);
        }
    }

    private FileContent() {}

    /// Throws [UserError] unless the file may be a text table. Closes `in`.
    static void requireTable(String name, InputStream in) throws IOException {
        Optional<String> what;
        try (in) {
            what = describe(in.readNBytes(HEAD_BYTES));
        }
        if (what.isPresent()) {
            String other =
                    what.get().startsWith("IDX images")
                            ? "; give the file of their labels, too"
                            : what.get().startsWith("IDX labels")
                                    ? "; give the file of their images, too"
                                    : "";
            throw UserError.input(
                    name + " must be a CSV file, but this looks like " + what.get() + other + ".");
        }
    }

    /// Describes a file by its first bytes, unless it could be a text table: `a web page`, `a zip
    /// archive; unpack it first`.
    public static Optional<String> describe(byte[] bytes) {
        String head =
                new String(
                        bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK\u0003\u0004")) {
            return Optional.of(zip(head));
        }
        Matcher idx = IDX.matcher(head);
        if (idx.lookingAt()) {
            return Optional.of(idx(ByteBuffer.wrap(bytes)));
        }
        for (Signature signature : SIGNATURES) {
            if (signature.matches(head)) {
                return Optional.of(signature.what());
            }
        }
        return text(head).or(() -> utf16(bytes));
    }

    /// Like [#describe], or `a text file`, for files that are not expected to be tables.
    static Optional<String> describeAny(byte[] bytes) {
        boolean text = bytes.length > 0;
        for (byte b : bytes) {
            text &= b < 0 || b >= ' ' || Character.isWhitespace(b);
        }
        Optional<String> plain = text ? Optional.of("a text file") : Optional.empty();
        return describe(bytes).or(() -> plain);
    }

    /// `IDX images (60 of 6 × 6 pixels)`, `IDX labels (60)`, `an IDX file of 60 × 8 integers`.
    private static String idx(ByteBuffer bytes) {
        int type = bytes.get(2);
        int dimensions = bytes.get(3);
        List<String> sizes = new ArrayList<>();
        bytes.position(4);
        while (sizes.size() < dimensions && bytes.remaining() >= Integer.BYTES) {
            sizes.add(Numbers.count(Integer.toUnsignedLong(bytes.getInt())));
        }
        boolean pixels = type == 8 && sizes.size() == dimensions;
        if (pixels && dimensions == 3) {
            return "IDX images ("
                    + sizes.get(0)
                    + " of "
                    + sizes.get(1)
                    + " × "
                    + sizes.get(2)
                    + " pixels)";
        }
        if (pixels && dimensions == 1) {
            return "IDX labels (" + sizes.getFirst() + ")";
        }
        String numbers =
                switch (type) {
                    case 8, 9 -> "bytes";
                    case 0xb, 0xc -> "integers";
                    default -> "floating-point numbers";
                };
        return "an IDX file of " + String.join(" × ", sizes) + " " + numbers;
    }

    private static String zip(String head) {
        if (head.contains("xl/")
                || head.contains("[Content_Types].xml") && !head.contains("word/")) {
            return "an Excel workbook; save it as CSV UTF-8";
        }
        if (head.contains("word/")) {
            return "a Word document";
        }
        if (head.contains("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")) {
            return "an OpenDocument spreadsheet; save it as CSV";
        }
        return head.contains(".npy") ? "a NumPy .npz archive" : "a zip archive; unpack it first";
    }

    private static Optional<String> text(String head) {
        String bare = head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
        String start = bare.stripLeading();
        String lower = start.toLowerCase(Locale.ROOT);
        if (WEB_PAGE.matcher(start).find()) {
            return Optional.of("a web page");
        }
        if (XML.matcher(start).lookingAt()) {
            return Optional.of("an XML file");
        }
        if (lower.startsWith("@relation") || lower.contains("\n@relation ")) {
            return Optional.of("a Weka ARFF file; save the table as CSV");
        }
        if (JSON.matcher(start).lookingAt()) {
            return Optional.of(
                    lower.contains("\"nbformat\"") || lower.contains("\"cells\"")
                            ? "a Jupyter notebook"
                            : JSON_FILE);
        }
        if (start.startsWith("version https://git-lfs.github.com/")) {
            return Optional.of("a Git LFS pointer; download the file itself");
        }
        return Optional.empty();
    }

    /// Most characters of a table are ASCII, so every second byte is 0 in UTF-16.
    private static Optional<String> utf16(byte[] bytes) {
        int[] zeros = new int[2];
        for (int i = 0; i < bytes.length; i++) {
            zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
        }
        int pairs = bytes.length / 2;
        boolean one = zeros[0] == 0 || zeros[1] == 0;
        return pairs > 1 && one && zeros[0] + zeros[1] > MIN_ZERO_FRACTION * pairs
                ? Optional.of(
                        "UTF-16 text without a byte-order mark; save it as UTF-8, or with the"
                                + " mark")
                : Optional.empty();
    }
}
