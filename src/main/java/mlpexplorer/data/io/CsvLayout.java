package mlpexplorer.data.io;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.io.CsvField.Decimals;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// What the columns of a CSV file contain, according to its first rows and the specification.
/// Columns are counted from 0 here and from 1 in messages.
///
/// @param names one per column; `x1`, `x2`, … and `class` for columns without a name
/// @param header whether the first row is a header
/// @param classColumn index of the column with the classes or the numeric target
/// @param features indices of the feature columns
/// @param defaultFeatures the feature columns unless others are chosen
/// @param classNames class names of a scikit-learn header, in the order of their numbers
/// @param decimals mark of the decimals
/// @param classNote sentence that says why `classColumn` is the class column
/// @param notes sentences about anything else that is unusual
/// @param numeric whether `classColumn` is the target of a regression
/// @param target whether the class column looks like the target of a regression
/// @param partColumn index of the column with the part of each row
record CsvLayout(
        List<String> names,
        boolean header,
        int classColumn,
        List<Integer> features,
        List<Integer> defaultFeatures,
        Optional<List<String>> classNames,
        Decimals decimals,
        String classNote,
        List<String> notes,
        boolean numeric,
        boolean target,
        Optional<Integer> partColumn) {

    /// @param file name of the file, for messages
    /// @param head first rows, at least one
    static CsvLayout of(
            String file, List<CsvReader.Row> head, CsvDialect dialect, DataSpec.Csv spec) {
        return new CsvLayoutFinder(file, head, spec).layout();
    }

    int columns() {
        return names.size();
    }

    /// Whether the first line is not a data row.
    boolean hasFirstLine() {
        return header || classNames.isPresent();
    }

    /// How a specification refers to each column: by its name or, if that is not a unique word, by
    /// its number.
    List<String> keys() {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        names.stream().filter(name -> !seen.add(name)).forEach(repeated::add);
        return IntStream.range(0, names.size())
                .mapToObj(i -> {
                    String name = names.get(i);
                    boolean unique =
                            header && CsvField.isWord(name, decimals) && !repeated.contains(name);
                    return unique ? name : Integer.toString(i + 1);
                })
                .toList();
    }

    /// The first column in use whose value is missing.
    Optional<Integer> missingIn(List<String> fields) {
        for (int column : features) {
            if (column < fields.size() && CsvField.isMissing(fields.get(column))) {
                return Optional.of(column);
            }
        }
        return Optional.of(classColumn)
                .filter(column ->
                        column < fields.size()
                                && (numeric
                                        ? CsvField.isMissing(fields.get(column))
                                        : CsvField.isMissingLabel(fields.get(column))));
    }

    List<String> featureNames() {
        return features.stream().map(names::get).toList();
    }

    /// `2 (petal_width)`, or only the number if columns have no names.
    String place(int column) {
        return column + 1 + (header ? " (" + UserError.bare(names.get(column)) + ")" : "");
    }
}
