package mlpexplorer.data.io;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import mlpexplorer.data.Dataset;
import mlpexplorer.nn.Samples;

/// The rows of a CSV file, validated field by field.
final class CsvRows {
    static final int MAX_CLASSES = 1_000;
    private static final Predicate<String> WHOLE = name -> name.matches("-?\\d+");

    private final String file;
    private final CsvHeader header;
    private final int width;
    private final double[] features;
    private final int[] labels;
    private final Map<String, Integer> classes = new HashMap<>();
    private int rows;

    /// @param most maximum number of rows
    CsvRows(String file, CsvHeader header, int most) {
        this.file = file;
        this.header = header;
        this.width = header.columns() - 1;
        this.features = new double[most * width];
        this.labels = new int[most];
    }

    /// Adds the row that ends at line `line`; throws [UserError] if a field is invalid.
    void add(List<String> fields, long line) {
        if (fields.size() != header.columns()) {
            throw UserError.input(file + ", line " + line + " has " + columns(fields.size()) + ", but must have "
                    + header.columns() + " like the first line.");
        }
        int to = rows * width;
        for (int column = 0; column < fields.size(); column++) {
            if (column == header.classColumn()) {
                labels[rows] = label(fields.get(column), line);
            } else {
                features[to++] = feature(fields.get(column), line, column);
            }
        }
        rows++;
    }

    /// The dataset; classes are in numeric order or, unless all are numbers, in alphabetical order.
    Dataset dataset() {
        if (rows < 2) {
            throw UserError.input(file + " has " + (rows == 0 ? "no rows" : "only one row") + " of data, but at least 2 are needed.");
        }
        if (classes.size() < 2) {
            throw UserError.input(file + " has only one class, " + UserError.quoted(classes.keySet().iterator().next())
                    + " in column " + place(header.classColumn()) + ", but at least 2 are needed.");
        }
        boolean numbers = classes.keySet().stream().allMatch(WHOLE);
        Comparator<String> order = numbers ? Comparator.comparingLong(Long::parseLong) : Comparator.naturalOrder();
        List<String> names = classes.keySet().stream().sorted(order).toList();
        int[] index = new int[names.size()];
        for (int c = 0; c < index.length; c++) {
            index[classes.get(names.get(c))] = c;
        }
        int[] sorted = Arrays.stream(labels, 0, rows).map(label -> index[label]).toArray();
        double[] values = features.length == rows * width ? features : Arrays.copyOf(features, rows * width);
        return new Dataset(new Samples(values, width, sorted), header.featureNames(), names);
    }

    private double feature(String field, long line, int column) {
        double value = CsvField.number(field);
        if (Math.abs(value) <= CsvField.LARGEST) {
            return value;
        }
        String expected = "a number";
        if (!Double.isNaN(value)) {
            expected = "a number from -1e100 to 1e100";
        } else if (field.matches("[-+]?\\d+,\\d+")) {
            expected = "a number with a decimal point";
        } else if (CsvField.isMissing(field) && !field.isEmpty()) {
            expected = "a finite number";
        }
        throw mustBe(field, line, column, expected);
    }

    private int label(String field, long line) {
        int column = header.classColumn();
        double number = CsvField.number(field);
        String name = Double.isNaN(number) ? field.replaceAll("\\s+", " ") : CsvField.wholeClass(number);
        if (name.isEmpty() || name.equals("?") || name.equalsIgnoreCase("nan")) {
            throw mustBe(field, line, column, "a class (a name or a whole number)");
        }
        if (!classes.containsKey(name) && classes.size() == MAX_CLASSES) {
            throw mustBe(field, line, column, "one of the " + MAX_CLASSES + " classes in the lines above, the maximum number of classes");
        }
        return classes.computeIfAbsent(name, _ -> classes.size());
    }

    private UserError mustBe(String field, long line, int column, String expected) {
        String what = field.isEmpty() ? "empty" : UserError.quoted(field);
        return UserError.input(
                file + ", line " + line + ", column " + place(column) + " is " + what + ", but must be " + expected + ".");
    }

    /// `2 (petal_width)`, or only the number if columns have no names.
    private String place(int column) {
        String name = header.present() ? " (" + UserError.bare(header.names().get(column)) + ")" : "";
        return column + 1 + name;
    }

    private static String columns(int count) {
        return count == 1 ? "1 column" : count + " columns";
    }
}
