package mlpexplorer.data.io;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split.Part;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The rows of a CSV file, validated field by field.
final class CsvRows {
    private final String file;
    private final CsvLayout layout;
    private final boolean skips;
    private final int width;
    private final double[] features;
    private final int[] labels;
    private final Optional<Known> known;
    private final List<Optional<Part>> parts = new ArrayList<>();
    private final double[] targets;
    private final ClassIndex classes = new ClassIndex();
    private Optional<UserError> missing = Optional.empty();
    private boolean headerSeen;
    private int rows;
    private int incomplete;

    /// The classes of another file.
    record Known(String file, List<String> classes) {}

    /// @param missing what to do with rows that have missing values
    /// @param most maximum number of rows
    /// @param known the only classes that may occur
    CsvRows(
            String file,
            CsvLayout layout,
            DataSpec.Missing missing,
            int most,
            Optional<Known> known) {
        this.known = known;
        this.file = file;
        this.layout = layout;
        this.skips = missing == DataSpec.Missing.SKIP;
        this.width = layout.features().size();
        this.features = new double[most * width];
        this.labels = new int[layout.numeric() ? 0 : most];
        this.targets = new double[layout.numeric() ? most : 0];
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
        String label = fields.get(layout.classColumn());
        if (layout.numeric()) {
            targets[rows] = feature(label, line, layout.classColumn());
        } else {
            labels[rows] = label(label, line);
        }
        layout.partColumn().ifPresent(column -> parts.add(Optional.of(part(fields, line, column))));
        rows++;
    }

    private Part part(List<String> fields, long line, int column) {
        String field = fields.get(column);
        return part(field)
                .orElseThrow(() -> mustBe(field, line, column, "train, validation or test"));
    }

    /// The part of that name.
    static Optional<Part> part(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "train", "training" -> Optional.of(Part.TRAIN);
            case "validation", "valid", "val", "dev" -> Optional.of(Part.VALIDATION);
            case "test", "testing" -> Optional.of(Part.TEST);
            default -> Optional.empty();
        };
    }

    private UserError missing(List<String> fields, long line, int column) {
        String expected =
                column == layout.classColumn() && !layout.numeric()
                        ? "a class (a name or a whole number)"
                        : "a number";
        return mustBe(fields.get(column), line, column, expected);
    }

    /// The dataset; classes, unless the target is numeric, are in numeric order or, unless all are
    /// numbers, in alphabetical order.
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
        if (layout.numeric()) {
            return dataset(new int[0], layout.featureNames(), List.of()).withGiven(parts);
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
        int[] sorted = classes.labels(labels, rows);
        requireTrained(sorted);
        return dataset(sorted, layout.featureNames(), namedClasses()).withGiven(parts);
    }

    /// @param labels sorted class indices; not used for numeric targets
    private Dataset dataset(int[] labels, List<String> featureNames, List<String> classNames) {
        double[] values =
                features.length == rows * width ? features : Arrays.copyOf(features, rows * width);
        return new Dataset(
                layout.numeric()
                        ? Samples.ofTargets(values, width, Arrays.copyOf(targets, rows))
                        : new Samples(values, width, labels),
                featureNames,
                classNames,
                Optional.empty(),
                notes());
    }

    /// The rows as a part of a dataset with these names. All classes are known.
    Dataset part(List<String> featureNames, List<String> classNames) {
        missing.ifPresent(this::refuseMissing);
        if (rows == 0) {
            throw UserError.input(file + " has no rows of data, but at least one is needed.");
        }
        return dataset(
                layout.numeric() ? labels : Arrays.copyOf(labels, rows), featureNames, classNames);
    }

    /// Every class needs a training row if the file gives the part of each row.
    private void requireTrained(int[] sorted) {
        Set<Integer> trained = new HashSet<>();
        for (int row = 0; row < parts.size(); row++) {
            if (parts.get(row).equals(Optional.of(Part.TRAIN))) {
                trained.add(sorted[row]);
            }
        }
        List<String> names = classNames();
        for (int c = 0; c < names.size() && !parts.isEmpty(); c++) {
            if (!trained.contains(c)) {
                throw UserError.input(
                        file
                                + " has no training row of the class "
                                + UserError.quoted(names.get(c))
                                + ", but each class needs one.");
            }
        }
    }

    /// The classes as they are in the file, in the order of their numbers.
    List<String> classNames() {
        return classes.names();
    }

    /// The names of the classes.
    List<String> namedClasses() {
        return named(classNames());
    }

    private void refuseMissing(UserError first) {
        String message = String.valueOf(first.getMessage());
        throw UserError.input(
                message.substring(0, message.length() - 1)
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
        if (layout.target() && known.isEmpty()) {
            notes.add(
                    "Column "
                            + layout.place(layout.classColumn())
                            + " looks like the target of a regression: it has "
                            + Numbers.count(classes.size(), "different number")
                            + " in "
                            + Numbers.count(rows, "row")
                            + ", each taken for a class. For a regression, choose it as target.");
        }
        return List.copyOf(notes);
    }

    private double feature(String field, long line, int column) {
        double value = CsvField.number(field, layout.decimals());
        if (Math.abs(value) <= CsvField.MAX_VALUE) {
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
                                    + ", but must be a class (a name or a whole number); for a"
                                    + " regression, choose the column as target (data.target).")
                    : mustBe(field, line, column, "a class (a name or a whole number)");
        }
        if (known.isPresent()) {
            int number = known.get().classes().indexOf(name);
            if (number < 0) {
                throw mustBe(field, line, column, "a class that occurs in " + known.get().file());
            }
            return number;
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
