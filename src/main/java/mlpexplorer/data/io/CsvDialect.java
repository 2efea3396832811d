package mlpexplorer.data.io;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the columns of a text are separated, detected before memory is allocated.
///
/// @param lines number of nonempty lines, an upper bound on the rows
/// @param separator column separator: the tab, semicolon, comma, bar or blank that occurs equally
///   often in each of the first lines
/// @param repeats whether several separators in a row are one, as in columns aligned by tabs
/// @param skipped number of lines before the table: Excel's `sep=` line, and comments
/// @param hashed whether the first line of the table starts with `#`, as NumPy writes headers
record CsvDialect(int lines, char separator, boolean repeats, int skipped, boolean hashed) {
    private static final int HEAD_CHARACTERS = 1 << 16;
    private static final int HEAD_LINES = 10;
    private static final char BLANK = ' ';

    /// In order of preference: commas can occur in numbers and names, semicolons rarely, tabs
    /// hardly ever.
    private static final List<Character> SEPARATORS = List.of('\t', ';', ',', '|');

    private static final Pattern EXCEL =
            Pattern.compile(" *sep=([^\"\\p{Alnum}.+-]) *", Pattern.CASE_INSENSITIVE);

    static CsvDialect of(TextSource source) throws IOException {
        StringBuilder head = new StringBuilder();
        char[] buffer = new char[HEAD_CHARACTERS];
        int lines = 0;
        boolean inLine = false;
        try (Reader in = source.open()) {
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                head.append(buffer, 0, Math.min(count, HEAD_CHARACTERS - head.length()));
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
        return of(lines, new Lines(head.toString(), head.length() == HEAD_CHARACTERS));
    }

    private static CsvDialect of(int lines, Lines head) {
        int skipped = 0;
        Optional<Character> given = Optional.empty();
        if (!head.all().isEmpty()) {
            Matcher excel = EXCEL.matcher(head.all().getFirst());
            if (excel.matches()) {
                given = Optional.of(excel.group(1).charAt(0));
                skipped = 1;
            }
        }
        int comments = head.comments(skipped);
        List<String> table = head.from(skipped + comments);
        CsvDialect dialect =
                given.map(mark -> new CsvDialect(lines, mark, false, 0, false))
                        .orElseGet(() -> separated(lines, table));
        boolean hashed = comments > 0 && dialect.isHeader(head.line(skipped + comments - 1), table);
        return new CsvDialect(
                lines,
                dialect.separator,
                dialect.repeats,
                skipped + comments - (hashed ? 1 : 0),
                hashed);
    }

    /// Whether a comment has as many columns as the table below it.
    private boolean isHeader(String comment, List<String> table) {
        String bare = comment.strip().replaceFirst("^#+\\s*", "");
        return table.isEmpty()
                || count(table.getFirst()) > 0 && count(bare) == count(table.getFirst());
    }

    /// The first lines without what is in quotes.
    ///
    /// @param all including empty ones
    /// @param cut whether there are more lines, or more of the only one
    private record Lines(List<String> all, boolean cut) {
        Lines(String text, boolean cut) {
            this(unquoted(text).lines().toList(), cut);
        }

        Lines {
            all = cut && all.size() > 1 ? all.subList(0, all.size() - 1) : all;
        }

        String line(int index) {
            return all.get(index);
        }

        /// The number of lines from `start` to the last of the comments that begin there.
        int comments(int start) {
            int end = start;
            if (cut && all.size() == 1) {
                return 0;
            }
            for (int i = start; i < all.size(); i++) {
                if (all.get(i).stripLeading().startsWith("#")) {
                    end = i + 1;
                } else if (!all.get(i).isBlank()) {
                    break;
                }
            }
            return end - start;
        }

        List<String> from(int start) {
            return all.subList(start, all.size()).stream()
                    .filter(line -> !line.isBlank())
                    .limit(HEAD_LINES)
                    .toList();
        }

        /// A quoted part becomes one letter.
        private static String unquoted(String text) {
            StringBuilder outside = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"') {
                    quoted = !quoted;
                    outside.append(quoted ? "q" : "");
                } else if (!quoted) {
                    outside.append(c);
                }
            }
            return outside.toString();
        }
    }

    private static CsvDialect separated(int lines, List<String> table) {
        if (table.isEmpty()) {
            return new CsvDialect(lines, ',', false, 0, false);
        }
        List<String> rows = table.subList(Math.min(1, table.size() - 1), table.size());
        CsvDialect tabs = new CsvDialect(lines, '\t', true, 0, false);
        CsvDialect blanks = new CsvDialect(lines, BLANK, true, 0, false);
        List<CsvDialect> strict =
                SEPARATORS.stream()
                        .map(separator -> new CsvDialect(lines, separator, false, 0, false))
                        .toList();
        return strict.stream()
                .filter(dialect -> dialect.splits(table))
                .findFirst()
                .or(() -> Optional.of(tabs).filter(dialect -> dialect.splits(table)))
                .or(() -> strict.stream().filter(dialect -> dialect.splits(rows)).findFirst())
                .or(() ->
                        Optional.of(blanks)
                                .filter(_ ->
                                        strict.stream()
                                                .allMatch(each -> each.count(rows.getFirst()) == 0))
                                .filter(dialect -> dialect.splits(rows)))
                .orElseGet(() -> mostFrequent(strict, table.getFirst()));
    }

    private static CsvDialect mostFrequent(List<CsvDialect> strict, String line) {
        CsvDialect most = strict.get(SEPARATORS.indexOf(','));
        for (CsvDialect dialect : strict) {
            if (dialect.count(line) > most.count(line)) {
                most = dialect;
            }
        }
        return most;
    }

    /// Whether all `lines` have the same number of columns, and more than one.
    private boolean splits(List<String> lines) {
        return lines.stream().mapToLong(this::count).distinct().count() == 1
                && count(lines.getFirst()) > 0;
    }

    private long count(String line) {
        String bare = separator == BLANK ? line.strip() : line;
        long count = 0;
        for (int i = 0; i < bare.length(); i++) {
            boolean again = repeats && i > 0 && bare.charAt(i - 1) == separator;
            count += bare.charAt(i) == separator && !again ? 1 : 0;
        }
        return count;
    }
}
