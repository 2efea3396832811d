package mlpexplorer.data.io;

import static java.util.Objects.requireNonNull;

import mlpexplorer.data.Dataset;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads a table of numbers with a class column from CSV: UTF-8, columns separated by comma,
/// semicolon or tab (the one that splits the first lines evenly), values quoted or not, any line
/// endings, empty lines skipped, with or without a header.
///
/// Any other file causes a [UserError]. Memory is allocated once the size is known.
public final class CsvReader {
    static final int MAX_COLUMNS = 10_000;
    static final int MAX_VALUES = 50_000_000;
    static final int MAX_ROW_CHARACTERS = 1_000_000;
    private static final int MARK_BYTES = 3;

    private final Source source;
    private final Optional<String> classColumn;

    private CsvReader(Source source, Optional<String> classColumn) {
        this.source = source;
        this.classColumn = classColumn;
    }

    /// The table in `file`.
    ///
    /// @param classColumn name or number (from 1) of the class column; by default the last one
    public static Dataset read(Path file, Optional<String> classColumn) {
        try {
            return read(Source.of(file), classColumn);
        } catch (IOException e) {
            throw UserError.unreadable(file, e);
        }
    }

    static Dataset read(Source source, Optional<String> classColumn) throws IOException {
        CsvScan scan = CsvScan.of(source);
        if (scan.lines() == 0) {
            throw UserError.input(source.name() + " is empty, but must be a CSV file.");
        }
        return new CsvReader(source, classColumn).read(scan);
    }

    private Dataset read(CsvScan scan) throws IOException {
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(scan.separator())
                        .setIgnoreSurroundingSpaces(true)
                        .setIgnoreEmptyLines(true)
                        .get();
        try (InputStream in = new BufferedInputStream(source.open())) {
            in.skipNBytes(scan.marked() ? MARK_BYTES : 0);
            BoundedReader text =
                    new BoundedReader(
                            new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()),
                            MAX_ROW_CHARACTERS);
            try (CSVParser parser = CSVParser.builder().setReader(text).setFormat(format).get()) {
                return rows(parser, text, scan.lines());
            }
        }
    }

    private Dataset rows(CSVParser parser, BoundedReader text, int lines) throws IOException {
        Iterator<CSVRecord> records = parser.iterator();
        Optional<CsvRows> rows = Optional.empty();
        long line = 0;
        try {
            while (records.hasNext()) {
                List<String> fields = records.next().stream().map(String::strip).toList();
                text.rowEnded();
                line = parser.getCurrentLineNumber();
                if (rows.isEmpty()) {
                    CsvRows.Header header = header(fields, lines, line);
                    rows = Optional.of(new CsvRows(source.name(), header, lines));
                    if (header.present()) {
                        continue;
                    }
                }
                rows.get().add(fields, line);
            }
        } catch (UncheckedIOException e) {
            throw malformed(requireNonNull(e.getCause()), line + 1);
        }
        return rows.orElseThrow(
                        () -> UserError.input(source.name() + " is empty, but must be a CSV file."))
                .dataset();
    }

    private CsvRows.Header header(List<String> first, int lines, long line) {
        String place = source.name() + ", line " + line;
        if (first.size() < 2) {
            throw UserError.input(
                    place
                            + " has one column, but must have a feature and a class, separated by a"
                            + " comma, semicolon or tab.");
        }
        if (first.size() > MAX_COLUMNS) {
            throw UserError.input(
                    place + " has more than " + MAX_COLUMNS + " columns, the maximum.");
        }
        if ((long) lines * (first.size() - 1) > MAX_VALUES) {
            throw UserError.input(
                    String.format(
                            Locale.ROOT,
                            "%s has %,d lines of %,d features, but at most %,d numbers can be"
                                    + " read.",
                            source.name(),
                            lines,
                            first.size() - 1,
                            MAX_VALUES));
        }
        return CsvRows.Header.of(place, first, classColumn);
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
            case CharacterCodingException _ -> notText();
            default ->
                    UserError.input(
                            place
                                    + " is not valid CSV: quotation marks must enclose a whole"
                                    + " value.",
                            e);
        };
    }

    private UserError notText() throws IOException {
        try (InputStream in = new BufferedInputStream(source.open())) {
            return UserError.input(
                    source.name()
                            + " is not UTF-8 text, but a CSV file must be; the first invalid byte"
                            + " is in line "
                            + firstWrongLine(in)
                            + ".");
        }
    }

    /// The number of the first invalid line, from 1; the line after the last if all are valid.
    private static long firstWrongLine(InputStream in) throws IOException {
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

    /// CSV text that can be read more than once.
    ///
    /// @param name name for messages
    record Source(String name, Opener opener) {
        static final long MAX_BYTES = 256L << 20;

        interface Opener {
            InputStream open() throws IOException;
        }

        /// A file; throws [UserError] if it does not exist or is too large.
        static Source of(Path file) throws IOException {
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
            return new Source(file.toString(), () -> Files.newInputStream(file));
        }

        InputStream open() throws IOException {
            return opener.open();
        }
    }
}
