package mlpexplorer.data.io;

import mlpexplorer.data.Dataset;
import mlpexplorer.nn.Samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The rows of a CSV file, validated field by field.
final class CsvRows {
    static final int MAX_CLASSES = 1_000;

    private final String file;
    private final Header header;
    private final int width;
    private final double[] features;
    private final int[] labels;
    private final Map<String, Integer> classes = new HashMap<>();
    private int rows;

    /// @param most maximum number of rows
    CsvRows(String file, Header header, int most) {
        this.file = file;
        this.header = header;
        this.width = header.columns() - 1;
        this.features = new double[most * width];
        this.labels = new int[most];
    }

    /// Adds the row that ends at line `line`; throws [UserError] if a field is invalid.
    void add(List<String> fields, long line) {
        if (fields.size() != header.columns()) {
            throw UserError.input(
                    file
                            + ", line "
                            + line
                            + " has "
                            + columns(fields.size())
                            + ", but must have "
                            + header.columns()
                            + " like the first line.");
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
            throw UserError.input(
                    file
                            + " has "
                            + (rows == 0 ? "no rows" : "only one row")
                            + " of data, but at least 2 are needed.");
        }
        if (classes.size() < 2) {
            throw UserError.input(
                    file
                            + " has only one class, "
                            + UserError.quoted(classes.keySet().iterator().next())
                            + " in column "
                            + place(header.classColumn())
                            + ", but at least 2 are needed.");
        }
        boolean numbers = classes.keySet().stream().allMatch(name -> name.matches("-?\\d+"));
        Comparator<String> order =
                numbers ? Comparator.comparingLong(Long::parseLong) : Comparator.naturalOrder();
        List<String> names = classes.keySet().stream().sorted(order).toList();
        int[] index = new int[names.size()];
        classes.forEach((name, label) -> index[label] = names.indexOf(name));
        int[] sorted = Arrays.stream(labels, 0, rows).map(label -> index[label]).toArray();
        double[] values =
                features.length == rows * width ? features : Arrays.copyOf(features, rows * width);
        return new Dataset(new Samples(values, width, sorted), header.featureNames(), names);
    }

    private double feature(String field, long line, int column) {
        double value = Field.number(field);
        if (Math.abs(value) <= Field.LARGEST) {
            return value;
        }
        String expected = "a number";
        if (!Double.isNaN(value)) {
            expected = "a number from -1e100 to 1e100";
        } else if (field.matches("[-+]?\\d+,\\d+")) {
            expected = "a number with a decimal point";
        } else if (Field.isMissing(field) && !field.isEmpty()) {
            expected = "a finite number";
        }
        throw mustBe(field, line, column, expected);
    }

    private int label(String field, long line) {
        int column = header.classColumn();
        double number = Field.number(field);
        String name =
                Double.isNaN(number) ? field.replaceAll("\\s+", " ") : Field.wholeClass(number);
        if (name.isEmpty() || name.equals("?") || name.equalsIgnoreCase("nan")) {
            throw mustBe(field, line, column, "a class (a name or a whole number)");
        }
        if (!classes.containsKey(name) && classes.size() == MAX_CLASSES) {
            throw mustBe(
                    field,
                    line,
                    column,
                    "one of the "
                            + MAX_CLASSES
                            + " classes in the lines above, the maximum number of classes");
        }
        return classes.computeIfAbsent(name, _ -> classes.size());
    }

    private UserError mustBe(String field, long line, int column, String expected) {
        String what = field.isEmpty() ? "empty" : UserError.quoted(field);
        return UserError.input(
                file
                        + ", line "
                        + line
                        + ", column "
                        + place(column)
                        + " is "
                        + what
                        + ", but must be "
                        + expected
                        + ".");
    }

    /// `2 (petal_width)`, or only the number if columns have no names.
    private String place(int column) {
        String name =
                header.present() ? " (" + UserError.bare(header.names().get(column)) + ")" : "";
        return column + 1 + name;
    }

    private static String columns(int count) {
        return count == 1 ? "1 column" : count + " columns";
    }

    /// The header of a CSV file.
    ///
    /// @param names one per column; `x1`, `x2`, … for the features and `class` if the file has no
    ///   header
    /// @param classColumn index of the column with the classes
    /// @param present whether the first row is a header: most of its features are not numbers, or a
    ///   column is named `class`
    record Header(List<String> names, int classColumn, boolean present) {
        /// Our name of the class column; identifies a header even if the features have numeric
        /// names.
        private static final Set<String> CLASS_NAMES = Set.of("class", "label");

        /// @param place file and line, for messages
        /// @param first first row
        /// @param wanted name or number of the class column; by default the last one
        static Header of(String place, List<String> first, Optional<String> wanted) {
            Optional<Integer> named = wanted.flatMap(name -> named(place, first, name));
            int classColumn =
                    named.or(() -> wanted.map(number -> numbered(place, first, number)))
                            .orElse(first.size() - 1);
            long words =
                    features(first, classColumn).filter(i -> Field.isWord(first.get(i))).count();
            long numbers =
                    features(first, classColumn).filter(i -> Field.isNumber(first.get(i))).count();
            boolean present =
                    named.isPresent()
                            || words > numbers
                            || CLASS_NAMES.contains(
                                    first.get(classColumn).toLowerCase(Locale.ROOT));
            return new Header(names(first, classColumn, present), classColumn, present);
        }

        /// The names of the features, in the order of the columns.
        List<String> featureNames() {
            return features(names, classColumn).mapToObj(names::get).toList();
        }

        int columns() {
            return names.size();
        }

        private static IntStream features(List<String> row, int classColumn) {
            return IntStream.range(0, row.size()).filter(i -> i != classColumn);
        }

        private static Optional<Integer> named(String place, List<String> first, String name) {
            List<Integer> found =
                    IntStream.range(0, first.size())
                            .filter(i -> Field.isWord(first.get(i)) && first.get(i).equals(name))
                            .boxed()
                            .toList();
            if (found.size() > 1) {
                throw UserError.input(
                        place
                                + " has "
                                + found.size()
                                + " columns named "
                                + UserError.quoted(name)
                                + "; give the class column by its number.");
            }
            return found.stream().findFirst();
        }

        private static int numbered(String place, List<String> first, String number) {
            if (number.matches("\\d{1,6}")) {
                int column = Integer.parseInt(number);
                if (column >= 1 && column <= first.size()) {
                    return column - 1;
                }
            }
            throw UserError.input(
                    place
                            + " has no column "
                            + UserError.quoted(number)
                            + "; the class column must be a column name or a number from 1 to "
                            + first.size()
                            + ".");
        }

        private static List<String> names(List<String> first, int classColumn, boolean present) {
            List<String> names = new ArrayList<>();
            int feature = 0;
            for (int i = 0; i < first.size(); i++) {
                String usual = i == classColumn ? "class" : "x" + ++feature;
                names.add(present && !first.get(i).isEmpty() ? first.get(i) : usual);
            }
            return names;
        }
    }

    /// Parses the fields of a CSV file.
    private static final class Field {
        /// Squares of larger values overflow a double.
        static final double LARGEST = 1e100;

        private static final double LARGEST_WHOLE = 1e15;
        private static final Set<String> MISSING =
                Set.of("", "?", "na", "n/a", "nan", "null", "none", "inf", "infinity");

        private Field() {}

        /// The number in `field`, or NaN. Unlike in Java, hexadecimal numbers and a trailing `f` or
        /// `d` are not accepted.
        static double number(String field) {
            boolean digits = false;
            for (int i = 0; i < field.length(); i++) {
                char c = field.charAt(i);
                boolean digit = c >= '0' && c <= '9';
                if (!digit && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                    return Double.NaN;
                }
                digits |= digit;
            }
            try {
                return digits ? Double.parseDouble(field) : Double.NaN;
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }

        static boolean isNumber(String field) {
            return !Double.isNaN(number(field));
        }

        /// Whether `field` is a missing or nonfinite value.
        static boolean isMissing(String field) {
            String bare =
                    field.startsWith("-") || field.startsWith("+") ? field.substring(1) : field;
            return MISSING.contains(bare.toLowerCase(Locale.ROOT));
        }

        /// Whether `field` is neither a number nor missing: a name.
        static boolean isWord(String field) {
            return !isNumber(field) && !isMissing(field);
        }

        /// The class of a number (`2.0` is class `2`), or "" if it is not a class.
        static String wholeClass(double number) {
            return number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE
                    ? Long.toString((long) number)
                    : "";
        }
    }
}
