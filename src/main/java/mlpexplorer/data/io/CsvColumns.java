package mlpexplorer.data.io;

import mlpexplorer.data.io.CsvField.Decimals;
import mlpexplorer.nn.Numbers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Statistics of each column over the first rows of a CSV file.
final class CsvColumns {
    /// Names of a class column; they identify a header even if the features have numeric names.
    private static final Set<String> CLASS_NAMES = Set.of("class", "label");

    private static final Set<String> DEFAULT_CLASS_NAMES =
            Set.of(
                    "class",
                    "label",
                    "labels",
                    "classes",
                    "target",
                    "y",
                    "species",
                    "category",
                    "type",
                    "kind",
                    "outcome",
                    "diagnosis",
                    "result",
                    "group");
    private static final Set<String> PART_NAMES = Set.of("part", "split", "subset");
    private static final Set<String> ROW_NUMBER_NAMES =
            Set.of(
                    "id",
                    "index",
                    "idx",
                    "row",
                    "rownames",
                    "row_id",
                    "no",
                    "no.",
                    "nr",
                    "nr.",
                    "#");

    /// The maximum number of classes of a column that is clearly the class column.
    private static final int FEW_CLASSES = 20;

    private static final int MIN_ROWS = 5;

    private final List<List<String>> rows;
    private final Column[] columns;

    /// @param rows rows of at least `count` fields
    CsvColumns(int count, List<List<String>> rows, Decimals decimals) {
        this.rows = rows;
        columns = new Column[count];
        for (int i = 0; i < count; i++) {
            columns[i] = Column.of(rows, i, decimals);
        }
    }

    static List<List<String>> withFirst(List<String> first, List<List<String>> below) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(first);
        rows.addAll(below);
        return rows;
    }

    /// @param numbers number of numbers, including those that can be read in two ways
    /// @param words number of words
    /// @param fractions number of numbers that are not whole
    /// @param distinct number of different values
    /// @param counts whether the values are consecutive whole numbers from 0 or 1
    private record Column(int numbers, int words, int fractions, int distinct, boolean counts) {
        static Column of(List<List<String>> rows, int index, Decimals decimals) {
            int numbers = 0;
            int words = 0;
            int fractions = 0;
            Set<Object> distinct = new HashSet<>();
            boolean counts = rows.size() > 1;
            double before = Double.NaN;
            for (List<String> row : rows) {
                String field = row.get(index);
                double number = CsvField.number(field, decimals);
                counts &=
                        Double.isNaN(before)
                                ? distinct.isEmpty() && (number == 0 || number == 1)
                                : number == before + 1;
                before = number;
                if (!Double.isNaN(number)) {
                    numbers++;
                    fractions += number == Math.rint(number) ? 0 : 1;
                    distinct.add(number);
                } else if (CsvField.readings(field, decimals).isPresent()) {
                    numbers++;
                    distinct.add(field);
                } else if (!CsvField.isMissing(field)) {
                    words++;
                    distinct.add(field);
                }
            }
            return new Column(numbers, words, fractions, distinct.size(), counts);
        }

        int values() {
            return numbers + words;
        }
    }

    static boolean isClassName(String name) {
        return CLASS_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isRowNumberName(String name) {
        return ROW_NUMBER_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    int rows() {
        return rows.size();
    }

    boolean isNumeric(int column) {
        return columns[column].numbers > columns[column].words;
    }

    boolean isText(int column) {
        return columns[column].words > columns[column].numbers;
    }

    boolean isMostlyFractions(int column) {
        return 2 * columns[column].fractions > columns[column].values();
    }

    boolean countsRows(int column) {
        return columns[column].counts;
    }

    /// Whether nearly every row would be a separate class.
    boolean isNearlyDistinct(int column) {
        Column each = columns[column];
        return each.values() >= MIN_ROWS && 2 * each.distinct > each.values();
    }

    boolean isWholeAndDistinct(int column) {
        Column each = columns[column];
        return each.numbers == rows.size() && each.fractions == 0 && each.distinct == rows.size();
    }

    /// Whether the column is the target of a regression rather than a class.
    boolean isTarget(int column) {
        Column each = columns[column];
        return isNumeric(column)
                && isNearlyDistinct(column)
                && (isMostlyFractions(column) || each.distinct > FEW_CLASSES);
    }

    /// `58 different numbers in 60 rows`.
    String distinctText(int column) {
        Column each = columns[column];
        return Numbers.count(
                        each.distinct, isNumeric(column) ? "different number" : "different name")
                + " in "
                + Numbers.count(each.values(), "row");
    }

    /// A column that is named like the part of each row and has parts in most rows; a misspelled
    /// part is an error of its row.
    Optional<Integer> partColumn(List<String> names) {
        return IntStream.range(0, columns.length)
                .boxed()
                .filter(i -> PART_NAMES.contains(names.get(i).toLowerCase(Locale.ROOT)))
                .filter(i -> 2 * partRows(i) > rows.size())
                .findFirst();
    }

    private long partRows(int column) {
        return rows.stream().filter(row -> CsvRows.part(row.get(column)).isPresent()).count();
    }

    /// Another column that is clearly the class, if `last` clearly is not: nearly every row would
    /// be a separate class, or all rows the same class. A column named like a class takes priority,
    /// then the only one with text, then the first or only one with few whole numbers.
    Optional<Integer> betterClass(int last, List<Integer> leftOut, List<String> names) {
        Column each = columns[last];
        boolean unlikely =
                isMostlyFractions(last)
                        || isNearlyDistinct(last)
                        || each.distinct < 2 && each.values() >= MIN_ROWS;
        if (!unlikely) {
            return Optional.empty();
        }
        IntPredicate usable =
                i ->
                        i != last
                                && !leftOut.contains(i)
                                && columns[i].values() >= MIN_ROWS
                                && columns[i].distinct >= 2
                                && !isNearlyDistinct(i)
                                && columns[i].fractions == 0;
        IntPredicate plain = i -> columns[i].distinct <= FEW_CLASSES;
        return only(usable.and(i -> !names.isEmpty() && isDefaultClassName(names.get(i))))
                .or(() -> only(usable.and(this::isText)))
                .or(() -> only(usable.and(plain)))
                .or(() -> Optional.of(0).filter(i -> usable.and(plain).test(i)));
    }

    private static boolean isDefaultClassName(String name) {
        return DEFAULT_CLASS_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }

    private Optional<Integer> only(IntPredicate condition) {
        int[] found = IntStream.range(0, columns.length).filter(condition).limit(2).toArray();
        return found.length == 1 ? Optional.of(found[0]) : Optional.empty();
    }
}
