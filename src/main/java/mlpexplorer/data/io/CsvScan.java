package mlpexplorer.data.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// A first scan of CSV text, before memory is allocated.
///
/// @param lines number of nonempty lines, an upper bound on the rows
/// @param separator column separator: the tab, semicolon or comma that occurs equally often in each
///   of the first lines
/// @param marked whether the text starts with a byte-order mark
record CsvScan(int lines, char separator, boolean marked) {
    private static final int HEAD_BYTES = 1 << 16;
    private static final int HEAD_LINES = 10;
    private static final String MARK = "\uFEFF";

    /// In order of preference: commas can occur in numbers and names, semicolons rarely, tabs
    /// hardly ever.
    private static final List<Character> SEPARATORS = List.of('\t', ';', ',');

    static CsvScan of(CsvReader.Source source) throws IOException {
        byte[] buffer = new byte[HEAD_BYTES];
        byte[] head = new byte[0];
        int lines = 0;
        boolean inLine = false;
        try (InputStream in = source.open()) {
            for (int count = in.readNBytes(buffer, 0, HEAD_BYTES);
                    count > 0;
                    count = in.readNBytes(buffer, 0, HEAD_BYTES)) {
                if (head.length == 0) {
                    head = Arrays.copyOf(buffer, count);
                }
                for (int i = 0; i < count; i++) {
                    boolean ends = buffer[i] == '\n' || buffer[i] == '\r';
                    if (!ends && !inLine) {
                        lines++;
                    }
                    if (buffer[i] == 0) {
                        throw UserError.input(
                                source.name()
                                        + ", line "
                                        + lines
                                        + " contains a zero byte, but must be text.");
                    }
                    inLine = !ends;
                }
            }
        }
        String text = new String(head, StandardCharsets.UTF_8);
        boolean marked = text.startsWith(MARK);
        return new CsvScan(lines, separator(marked ? text.substring(1) : text), marked);
    }

    private static char separator(String text) {
        List<String> lines =
                unquoted(text).lines().filter(line -> !line.isBlank()).limit(HEAD_LINES).toList();
        return SEPARATORS.stream()
                .filter(separator ->
                        lines.stream().mapToLong(line -> count(line, separator)).distinct().count()
                                        == 1
                                && count(lines.getFirst(), separator) > 0)
                .findFirst()
                .orElseGet(() -> mostFrequent(lines.isEmpty() ? "" : lines.getFirst()));
    }

    private static char mostFrequent(String line) {
        char most = ',';
        for (char separator : SEPARATORS) {
            if (count(line, separator) > count(line, most)) {
                most = separator;
            }
        }
        return most;
    }

    private static long count(String line, char separator) {
        return line.chars().filter(c -> c == separator).count();
    }

    private static String unquoted(String text) {
        StringBuilder outside = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                outside.append(c);
            }
        }
        return outside.toString();
    }
}
