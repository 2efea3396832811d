package mlpexplorer.data.io;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The rows of a CSV file, validated field by field.
final class CsvRows {
    private final String file;
    private final CsvLayout layout;
    private final boolean skips;
    private final int width;
    private final double[] features;
    private final int[] labels;
    private final ClassIndex classes = new ClassIndex();
    private Optional<UserError> missing = Optional.empty();
    private boolean headerSeen;
    private int rows;
    private int incomplete;

    /// @param missing what to do with rows that have missing values
    /// @param most maximum number of rows
    CsvRows(String file, CsvLayout layout, DataSpec.Missing missing, int most) {
        this.file = file;
        this.layout = layout;
        this.skips = missing == DataSpec.Missing.SKIP;
        this.width = layout.features().size();
        this.features = new double[most * width];
        this.labels = new int[most];
    }

    /// Adds a row; throws [UserError] if a field is invalid.
    void add(CsvReader.Row row) {
        List<String> fields = row.fields();
        if (!headerSeen && layout.hasFirstLine()) {
            headerSeen = true;
            return;
        }
        headerSeen = true;
        if (row.isComment(layout.columns())) {
            return;
        }
        try {
            requireColumns(row);
            add(fields, row.line());
        } catch (UserError e) {
            throw missing.orElse(e);
        }
    }

    private void requireColumns(CsvReader.Row row) {
        int size = row.fields().size();
        boolean rest =
                size > layout.columns()
                        && row.fields().subList(layout.columns(), size).stream()
                                .allMatch(String::isEmpty);
        if (size != layout.columns() && !rest) {
            throw UserError.input(
                    file
                            + ", line "
                            + row.line()
                            + " has "
                            + Numbers.count(size, "column")
                            + ", but must have "
                            + layout.columns()
                            + " like the first line.");
        }
    }

    private void add(List<String> fields, long line) {
        Optional<Integer> gap = layout.missingIn(fields);
        if (gap.isPresent()) {
            incomplete++;
            if (!skips && missing.isEmpty()) {
                missing = Optional.of(missing(fields, line, gap.get()));
            }
            return;
        }
        int to = rows * width;
        for (int column : layout.features()) {
            features[to++] = feature(fields.get(column), line, column);
        }
        labels[rows] = label(fields.get(layout.classColumn()), line);
        rows++;
    }

    private UserError missing(List<String> fields, long line, int column) {
        String expected =
                column == layout.classColumn() ? "a class (a name or a whole number)" : "a number";
        return mustBe(fields.get(column), line, column, expected);
    }

    /// The dataset; classes are in numeric order or, unless all are numbers, in alphabetical order.
    Dataset dataset() {
        missing.ifPresent(this::refuseMissing);
        if (rows < 2) {
            throw UserError.input(
                    file
                            + " has "
                            + (rows == 0 ? "no rows" : "only one row")
                            + " of data"
                            + (incomplete > 0 ? " without missing values" : "")
                            + ", but at least 2 are needed.");
        }
        if (classes.size() < 2) {
            throw UserError.input(
                    file
                            + " has only one class, "
                            + UserError.quoted(classes.names().getFirst())
                            + " in column "
                            + layout.place(layout.classColumn())
                            + ", but at least 2 are needed.");
        }
        List<String> names = classes.names();
        int[] sorted = classes.labels(labels, rows);
        double[] values =
                features.length == rows * width ? features : Arrays.copyOf(features, rows * width);
        return new Dataset(
                new Samples(values, width, sorted),
                layout.featureNames(),
                named(names),
                Optional.empty(),
                notes());
    }

    private void refuseMissing(UserError first) {
        String sentence = String.valueOf(first.getMessage());
        throw UserError.input(
                sentence.substring(0, sentence.length() - 1)
                        + ". "
                        + (incomplete == 1
                                ? "1 row has missing values"
                                : Numbers.count(incomplete) + " rows have missing values")
                        + "; set data.missing to \"skip\" to leave "
                        + (incomplete == 1 ? "it" : "them")
                        + " out.");
    }

    /// The names of a scikit-learn header, if there is one for each class.
    private List<String> named(List<String> numbers) {
        List<String> names = layout.classNames().orElse(List.of());
        boolean fit =
                names.size() >= numbers.size()
                        && IntStream.range(0, numbers.size())
                                .allMatch(i ->
                                        numbers.get(i).matches("\\d{1,4}")
                                                && Integer.parseInt(numbers.get(i)) < names.size());
        return fit
                ? numbers.stream().map(number -> names.get(Integer.parseInt(number))).toList()
                : numbers;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(layout.notes());
        if (incomplete > 0) {
            notes.add(
                    Numbers.count(incomplete, "row")
                            + " with missing values "
                            + (incomplete == 1 ? "was" : "were")
                            + " left out.");
        }
        if (layout.target()) {
            notes.add(
                    "Column "
                            + layout.place(layout.classColumn())
                            + " looks like the target of a regression: it has "
                            + Numbers.count(classes.size(), "different number")
                            + " in "
                            + Numbers.count(rows, "row")
                            + ", each taken for a class.");
        }
        return List.copyOf(notes);
    }

    private double feature(String field, long line, int column) {
        double value = CsvField.number(field, layout.decimals());
        if (Math.abs(value) <= CsvField.LARGEST) {
            return value;
        }
        throw CsvField.readings(field, layout.decimals())
                .map(readings ->
                        UserError.input(
                                at(field, line, column)
                                        + ", which can be read as "
                                        + readings
                                        + "; write it without separators of thousands and with a"
                                        + " decimal point."))
                .orElseGet(() ->
                        mustBe(
                                field,
                                line,
                                column,
                                CsvField.expectation(field, layout.decimals())));
    }

    private int label(String field, long line) {
        int column = layout.classColumn();
        String name = CsvField.label(field, layout.decimals());
        if (name.isEmpty()) {
            throw layout.target()
                    ? UserError.input(
                            at(field, line, column)
                                    + ", but must be a class (a name or a whole number); the"
                                    + " column looks like the target of a regression.")
                    : mustBe(field, line, column, "a class (a name or a whole number)");
        }
        int number = classes.add(name);
        if (number < 0) {
            throw mustBe(
                    field,
                    line,
                    column,
                    "one of the "
                            + ClassIndex.MAX_CLASSES
                            + " classes in the lines above, the maximum number of classes");
        }
        return number;
    }

    private UserError mustBe(String field, long line, int column, String expected) {
        return UserError.input(at(field, line, column) + ", but must be " + expected + ".");
    }

    /// `iris.csv, line 3, column 2 (petal_width) is "four"`.
    private String at(String field, long line, int column) {
        String what = field.isEmpty() ? "empty" : UserError.quoted(field);
        return file + ", line " + line + ", column " + layout.place(column) + " is " + what;
    }
}
