package mlpexplorer.data.io;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split.Part;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a CSV file with those of its validation and test part, which must have the same columns
/// and no other classes.
final class CsvParts {
    private final Path file;
    private final CsvLayout layout;
    private final CsvRows rows;

    private CsvParts(Path file, DataSpec.Csv spec) throws IOException {
        this.file = file;
        CsvReader reader = new CsvReader(TextSource.of(file), spec);
        layout = reader.layout();
        rows = reader.rows(layout, Optional.empty());
    }

    /// The rows of all files, in the order of the arguments. Throws [UserError] if a file cannot be
    /// used.
    static Dataset read(
            Path file, Optional<Path> validation, Optional<Path> test, DataSpec.Csv spec)
            throws IOException {
        CsvParts parts = new CsvParts(file, spec);
        Dataset all = parts.rows.dataset();
        if (validation.isPresent()) {
            all = all.withPart(parts.read(validation.get(), spec), Part.VALIDATION);
        }
        return test.isPresent() ? all.withPart(parts.read(test.get(), spec), Part.TEST) : all;
    }

    private Dataset read(Path other, DataSpec.Csv spec) {
        try {
            return other(other, spec);
        } catch (IOException e) {
            throw UserError.unreadable(other, e);
        }
    }

    private Dataset other(Path path, DataSpec.Csv spec) throws IOException {
        CsvReader reader = new CsvReader(TextSource.of(path), new DataSpec.Csv());
        List<CsvReader.Row> head = reader.head();
        List<String> keys = layout.keys();
        List<String> used = new ArrayList<>(layout.features().stream().map(keys::get).toList());
        String classes = keys.get(layout.classColumn());
        requireColumns(path, reader.layout(head), used, classes);
        CsvReader chosen = reader.withSpec(spec.withLabels(classes, layout.numeric(), used));
        return chosen.rows(
                        chosen.layout(head),
                        Optional.of(new CsvRows.Known(file.toString(), rows.classNames())))
                .part(layout.featureNames(), rows.namedClasses());
    }

    private void requireColumns(
            Path other, CsvLayout found, List<String> features, String classes) {
        if (found.columns() != layout.columns() && !layout.header()) {
            throw UserError.input(
                    other
                            + " has "
                            + found.columns()
                            + " columns, but must have "
                            + layout.columns()
                            + " like "
                            + file
                            + ".");
        }
        List<String> names = new ArrayList<>(features);
        names.add(classes);
        for (String name : names) {
            boolean number = name.matches("\\d{1,6}") && !layout.names().contains(name);
            boolean there =
                    number
                            ? Integer.parseInt(name) <= found.columns()
                            : found.names().contains(name);
            if (!there) {
                throw UserError.input(
                        other
                                + " has no column "
                                + UserError.quoted(name)
                                + (found.header() || number ? "" : " and no header")
                                + ", but must have the columns of "
                                + file
                                + ".");
            }
        }
        if (layout.header() && found.header()) {
            refuseOthers(other, found);
        }
    }

    /// Row names and row numbers may be there in one file only.
    private void refuseOthers(Path other, CsvLayout found) {
        List<Integer> columns = new ArrayList<>(found.features());
        columns.add(found.classColumn());
        for (int column : columns) {
            String name = found.names().get(column);
            if (!layout.names().contains(name)) {
                throw UserError.input(
                        other
                                + " has the column "
                                + UserError.quoted(name)
                                + ", which is not in "
                                + file
                                + "; remove it.");
            }
        }
    }
}
