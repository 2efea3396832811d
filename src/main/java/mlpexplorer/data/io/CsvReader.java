package mlpexplorer.data.io;

import static java.util.Objects.requireNonNull;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.nn.Numbers;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads a table of numbers with a class column from CSV: UTF-8, or UTF-16 with a byte-order mark;
/// columns separated by comma, semicolon, tab, bar or blanks (whichever splits the first lines
/// evenly); decimal points or commas; values quoted or not; any line endings; empty lines and rows
/// skipped; with or without a header. [CsvLayout] finds out what the columns contain.
///
/// Any other file causes a [UserError]. Memory is allocated once the size is known.
public final class CsvReader {
    static final int MAX_COLUMNS = 10_000;
    static final int MAX_VALUES = 50_000_000;
    static final int MAX_ROW_CHARACTERS = 1_000_000;

    private static final int HEAD_ROWS = 1_000;
    private static final int HEAD_FIELDS = 200_000;
    private static final int MIN_HEAD_ROWS = 12;

    private final TextSource source;
    private final CsvDialect dialect;
    private final DataSpec.Csv spec;

    CsvReader(TextSource source, DataSpec.Csv spec) throws IOException {
        this.source = source;
        this.spec = spec;
        try {
            dialect = CsvDialect.of(source);
        } catch (CharacterCodingException e) {
            throw source.invalid();
        }
    }

    private CsvReader(TextSource source, CsvDialect dialect, DataSpec.Csv spec) {
        this.source = source;
        this.dialect = dialect;
        this.spec = spec;
    }

    /// A reader of the same file that selects other columns.
    CsvReader withSpec(DataSpec.Csv other) {
        return new CsvReader(source, dialect, other);
    }

    /// A row of the file.
    ///
    /// @param line number of its last line in the file
    record Row(List<String> fields, long line) {
        /// Whether all fields are empty: blank lines of spreadsheets have separators.
        boolean isBlank() {
            return fields.stream().allMatch(String::isEmpty);
        }

        /// Whether this is a comment between rows of `columns` fields.
        boolean isComment(int columns) {
            return fields.size() != columns && fields.getFirst().startsWith("#");
        }
    }

    /// The table in `file`, with the columns and the files of other parts that `spec` selects; its
    /// path is not used.
    public static Dataset read(Path file, DataSpec.Csv spec) {
        try {
            return CsvParts.read(
                    file,
                    DataLoader.file("data.validationPath", spec.validationPath()),
                    DataLoader.file("data.testPath", spec.testPath()),
                    spec);
        } catch (IOException e) {
            throw UserError.unreadable(file, e);
        }
    }

    static Dataset read(TextSource source, DataSpec.Csv spec) throws IOException {
        CsvReader reader = new CsvReader(source, spec);
        return reader.rows(reader.layout(), Optional.empty()).dataset();
    }

    /// The first rows of the table in `file`, and the roles of the columns. Rows that [#read]
    /// rejects are not an error here, unless the text itself is not valid CSV.
    public static CsvPreview preview(Path file, DataSpec.Csv spec) {
        try {
            CsvReader reader = new CsvReader(TextSource.of(file), spec);
            List<Row> head = reader.head();
            CsvLayout layout = reader.layout(head);
            int[] incomplete = {0};
            reader.forEach(row -> {
                incomplete[0] += layout.missingIn(row.fields()).isPresent() ? 1 : 0;
                return true;
            });
            return CsvPreview.of(layout, head, incomplete[0]);
        } catch (IOException e) {
            throw UserError.unreadable(file, e);
        }
    }

    /// Processes the rows of a table in order.
    public interface RowAction {
        /// @param fields the same number in each row, stripped
        /// @param line number of the line in the file, for messages
        /// @param share approximate fraction of the table that was read
        void row(List<String> fields, long line, double share) throws IOException;
    }

    /// The first rows of the table in `file`, with the header if there is one.
    public static List<List<String>> firstRows(Path file) {
        try {
            return new CsvReader(TextSource.of(file), new DataSpec.Csv())
                    .head().stream().map(Row::fields).toList();
        } catch (IOException e) {
            throw UserError.unreadable(file, e);
        }
    }

    /// Passes each row of the table in `file` to `action`, including the header, in constant
    /// memory.
    public static void forEachRow(Path file, RowAction action) {
        try {
            CsvReader reader = new CsvReader(TextSource.of(file), new DataSpec.Csv());
            long[] rows = {0};
            int[] width = {0};
            reader.forEach(row -> {
                width[0] = width[0] == 0 ? row.fields().size() : width[0];
                if (row.fields().size() != width[0]) {
                    throw UserError.input(
                            file
                                    + ", line "
                                    + row.line()
                                    + " has "
                                    + Numbers.count(row.fields().size(), "column")
                                    + ", but must have "
                                    + width[0]
                                    + " like the first line.");
                }
                try {
                    double share = Math.min(1, (double) ++rows[0] / reader.dialect.lines());
                    action.row(row.fields(), row.line(), share);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return true;
            });
        } catch (UncheckedIOException e) {
            throw UserError.failure("The rows of " + file + " could not be used.", e);
        } catch (IOException e) {
            throw UserError.unreadable(file, e);
        }
    }

    /// The number in `field`, or NaN; decimal points and commas are read as in data.
    public static double number(String field) {
        CsvField.Decimals decimals = CsvField.Decimals.of(List.of(List.of(field)));
        double value = CsvField.number(field, decimals);
        return Math.abs(value) <= CsvField.MAX_VALUE ? value : Double.NaN;
    }

    CsvLayout layout() throws IOException {
        return layout(head());
    }

    /// @param head the rows of [#head]
    CsvLayout layout(List<Row> head) {
        if (head.isEmpty()) {
            throw UserError.input(source.name() + " is empty, but must be a CSV file.");
        }
        return CsvLayout.of(source.name(), head, dialect, spec);
    }

    /// The first rows, enough to tell what the columns are.
    List<Row> head() throws IOException {
        List<Row> head = new ArrayList<>();
        int[] fields = {0};
        forEach(row -> {
            head.add(row);
            fields[0] += row.fields().size();
            return head.size() < MIN_HEAD_ROWS
                    || head.size() < HEAD_ROWS && fields[0] < HEAD_FIELDS;
        });
        return head;
    }

    /// @param known the only classes that may occur
    CsvRows rows(CsvLayout layout, Optional<CsvRows.Known> known) throws IOException {
        int features = layout.features().size();
        if ((long) dialect.lines() * features > MAX_VALUES) {
            throw UserError.input(
                    String.format(
                            Locale.ROOT,
                            "%s has %,d lines of %,d features, but at most %,d numbers can be"
                                    + " read.",
                            source.name(),
                            dialect.lines(),
                            features,
                            MAX_VALUES));
        }
        CsvRows rows = new CsvRows(source.name(), layout, spec.missing(), dialect.lines(), known);
        forEach(row -> {
            rows.add(row);
            return true;
        });
        return rows;
    }

    /// Passes every row to `action` until it returns false.
    private void forEach(Predicate<Row> action) throws IOException {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(dialect.separator())
                        .setIgnoreSurroundingSpaces(true)
                        .setIgnoreEmptyLines(true)
                        .get();
        try (BufferedReader lines = new BufferedReader(source.open());
                BoundedReader text = new BoundedReader(lines, MAX_ROW_CHARACTERS)) {
            for (int i = 0; i < dialect.skipped(); i++) {
                lines.readLine();
            }
            try (CSVParser parser = CSVParser.builder().setReader(text).setFormat(format).get()) {
                parse(parser, text, action);
            }
        } catch (CharacterCodingException e) {
            throw source.invalid();
        }
    }

    private void parse(CSVParser parser, BoundedReader text, Predicate<Row> action)
            throws IOException {
        Iterator<CSVRecord> records = parser.iterator();
        long line = dialect.skipped();
        boolean first = true;
        try {
            while (records.hasNext()) {
                CSVRecord record = records.next();
                text.rowEnded();
                line = dialect.skipped() + parser.getCurrentLineNumber();
                Row row = new Row(fields(record, first), line);
                if (!row.isBlank() && !action.test(row)) {
                    return;
                }
                first &= row.isBlank();
            }
        } catch (UncheckedIOException e) {
            throw malformed(requireNonNull(e.getCause()), line + 1);
        }
    }

    private List<String> fields(CSVRecord row, boolean first) {
        List<String> fields = new ArrayList<>(row.size());
        for (String value : row) {
            String field = value.strip();
            boolean hash = first && dialect.hashed() && fields.isEmpty();
            String bare = hash ? field.replaceFirst("^#+", "").strip() : field;
            if (!dialect.repeats() || !bare.isEmpty()) {
                fields.add(bare);
            }
        }
        return fields;
    }

    private UserError malformed(IOException e, long line) throws IOException {
        String place = source.name() + ", line " + line;
        return switch (e) {
            case BoundedReader.RowTooLong _ ->
                    UserError.input(
                            String.format(
                                    Locale.ROOT,
                                    "%s starts a row of more than %,d characters; a quotation mark"
                                            + " may not be closed.",
                                    place,
                                    MAX_ROW_CHARACTERS));
            case CharacterCodingException _ -> source.invalid();
            default ->
                    UserError.input(
                            place
                                    + " is not valid CSV: quotation marks must enclose a whole"
                                    + " value.",
                            e);
        };
    }

    /// Limits the length of a row, since an unclosed quote could fill the memory.
    private static final class BoundedReader extends FilterReader {
        private final int limit;
        private long since;

        /// @param limit maximum characters between two calls of [#rowEnded]
        BoundedReader(Reader in, int limit) {
            super(in);
            this.limit = limit;
        }

        /// The row is longer than the limit.
        static final class RowTooLong extends IOException {
            private static final long serialVersionUID = 1;
        }

        void rowEnded() {
            since = 0;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            count(1);
            return c;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            count(count);
            return count;
        }

        private void count(int characters) throws RowTooLong {
            since += characters;
            if (since > limit) {
                throw new RowTooLong();
            }
        }
    }
}
