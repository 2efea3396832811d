package mlpexplorer.data.io;

import mlpexplorer.data.Dataset;
import mlpexplorer.nn.Task;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A table in CSV format: UTF-8, comma-separated, one `\n` after each row, fields quoted only where
/// necessary. [CsvReader] reads the names and numbers of a table back unchanged.
///
/// @param rows one list of fields for each row, as many as there are columns; may be computed while
///   the table is written
public record CsvTable(List<String> header, Iterable<List<String>> rows)
        implements AtomicFile.Content {
    private static final CSVFormat MINIMAL =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
    private static final CSVFormat QUOTED = MINIMAL.builder().setQuoteMode(QuoteMode.ALL).get();

    /// Characters that are valid in a comma-separated row but could be mistaken for the separator
    /// or the byte-order mark.
    private static final String AMBIGUOUS = ";\t\uFEFF";

    /// A column for each feature, in the units of the data, and the column `class` with the class
    /// names or, in regression, `target`.
    public static CsvTable of(Dataset dataset) {
        List<String> header = new ArrayList<>(dataset.featureNames());
        header.add(
                switch (dataset.task()) {
                    case Task.Classification _ -> "class";
                    case Task.Regression() -> "target";
                });
        return new CsvTable(
                header,
                () ->
                        IntStream.range(0, dataset.rows())
                                .mapToObj(row -> fields(dataset, row))
                                .iterator());
    }

    private static List<String> fields(Dataset dataset, int row) {
        List<String> fields = new ArrayList<>();
        for (int column = 0; column < dataset.samples().columns(); column++) {
            fields.add(Double.toString(dataset.samples().feature(row, column)));
        }
        fields.add(
                switch (dataset.task()) {
                    case Task.Classification _ ->
                            dataset.classNames().get(dataset.samples().label(row));
                    case Task.Regression() -> Double.toString(dataset.samples().target(row));
                });
        return fields;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        print(text);
        text.flush();
    }

    /// The whole table as text.
    public String text() {
        StringBuilder text = new StringBuilder();
        try {
            print(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void print(Appendable out) throws IOException {
        print(header, out);
        for (List<String> row : rows) {
            print(row, out);
        }
    }

    private static void print(List<String> fields, Appendable out) throws IOException {
        boolean ambiguous =
                fields.stream()
                        .anyMatch(field -> field.chars().anyMatch(c -> AMBIGUOUS.indexOf(c) >= 0));
        (ambiguous ? QUOTED : MINIMAL).printRecord(out, fields.toArray());
    }
}
