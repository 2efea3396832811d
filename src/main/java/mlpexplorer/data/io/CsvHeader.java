package mlpexplorer.data.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// The header of a CSV file.
///
/// @param names       one per column; `x1`, `x2`, … for the features and `class` if the file has no header
/// @param classColumn index of the column with the classes
/// @param present     whether the first row is a header: most of its features are not numbers, or a column is named `class`
record CsvHeader(List<String> names, int classColumn, boolean present) {
    /// Our name of the class column; identifies a header even if the features have numeric names.
    private static final Set<String> CLASS_NAMES = Set.of("class", "label");

    /// @param place  file and line, for messages
        /// @param first  first row
        /// @param wanted name or number of the class column; by default the last one
    static CsvHeader of(String place, List<String> first, Optional<String> wanted) {
        Optional<Integer> named = wanted.flatMap(name -> named(place, first, name));
        int classColumn = named.or(() -> wanted.map(number -> numbered(place, first, number))).orElse(first.size() - 1);
        long words = features(first, classColumn).filter(i -> CsvField.isWord(first.get(i))).count();
        long numbers = features(first, classColumn).filter(i -> CsvField.isNumber(first.get(i))).count();
        boolean present = named.isPresent() || words > numbers || CLASS_NAMES.contains(first.get(classColumn).toLowerCase(Locale.ROOT));
        return new CsvHeader(names(first, classColumn, present), classColumn, present);
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
        List<Integer> found = IntStream.range(0, first.size())
                .filter(i -> CsvField.isWord(first.get(i)) && first.get(i).equals(name))
                .boxed()
                .toList();
        if (found.size() > 1) {
            throw UserError.input(place + " has " + found.size() + " columns named " + UserError.quoted(name)
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
        throw UserError.input(place + " has no column " + UserError.quoted(number)
                + "; the class column must be a column name or a number from 1 to " + first.size() + ".");
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
