package mlpexplorer.data.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The first rows of a CSV file and the roles of its columns.
///
/// @param columns one per column of the file
/// @param rows the first rows, at most [#MAX_ROWS], each with a field for every column
/// @param classColumn index of the class or target column
/// @param partColumn index of the column with the part of each row
/// @param notes sentences that explain the choice of the columns, the class column first
/// @param incomplete number of rows with a missing value in a column that is used
public record CsvPreview(
        List<Column> columns,
        List<List<String>> rows,
        int classColumn,
        Optional<Integer> partColumn,
        List<String> notes,
        int incomplete) {
    static final int MAX_ROWS = 20;

    /// @param name name, for display
    /// @param key how a specification refers to the column: by its name or, if that is not unique,
    ///   by its number
    /// @param feature whether the column is a feature
    /// @param defaultFeature whether it is one unless the features are chosen
    /// @param numeric whether all of the first rows have numbers or nothing in this column
    public record Column(
            String name, String key, boolean feature, boolean defaultFeature, boolean numeric) {}

    static CsvPreview of(CsvLayout layout, List<CsvReader.Row> head, int incomplete) {
        List<Column> columns = new ArrayList<>();
        Set<Integer> features = Set.copyOf(layout.features());
        Set<Integer> defaultFeatures = Set.copyOf(layout.defaultFeatures());
        List<String> keys = layout.keys();
        for (int i = 0; i < layout.columns(); i++) {
            columns.add(
                    new Column(
                            layout.names().get(i),
                            keys.get(i),
                            features.contains(i),
                            defaultFeatures.contains(i),
                            isNumeric(layout, head, i)));
        }
        List<String> notes = new ArrayList<>();
        notes.add(layout.classNote());
        notes.addAll(layout.notes());
        return new CsvPreview(
                List.copyOf(columns),
                head.stream()
                        .skip(layout.hasFirstLine() ? 1 : 0)
                        .limit(MAX_ROWS)
                        .map(row -> fields(row.fields(), layout.columns()))
                        .toList(),
                layout.classColumn(),
                layout.partColumn(),
                List.copyOf(notes),
                incomplete);
    }

    private static boolean isNumeric(CsvLayout layout, List<CsvReader.Row> head, int column) {
        return head.stream()
                .skip(layout.hasFirstLine() ? 1 : 0)
                .filter(row -> row.fields().size() > column && !row.isComment(layout.columns()))
                .map(row -> row.fields().get(column))
                .allMatch(field ->
                        CsvField.isMissing(field) || CsvField.isNumber(field, layout.decimals()));
    }

    private static List<String> fields(List<String> fields, int columns) {
        List<String> shown = new ArrayList<>(fields.subList(0, Math.min(fields.size(), columns)));
        while (shown.size() < columns) {
            shown.add("");
        }
        return List.copyOf(shown);
    }
}
