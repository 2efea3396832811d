package mlpexplorer.ui.workbench;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.io.CsvPreview;
import mlpexplorer.data.io.CsvReader;
import mlpexplorer.data.io.UserError;

import java.nio.file.Path;
import java.util.Optional;

/// A CSV file with a choice of columns: its first rows, and its data unless it cannot be used.
///
/// @param dataset the data; empty if there is a problem
/// @param problem why the data cannot be used with this choice
public record OpenTable(
        DataSpec.Csv spec,
        CsvPreview preview,
        Optional<Dataset> dataset,
        Optional<UserError> problem) {

    /// Reads the file; do not call on the FX thread. Throws [UserError] if it is not a CSV file.
    public static OpenTable read(DataSpec.Csv spec) {
        Path file = Path.of(spec.path());
        CsvPreview preview = CsvReader.preview(file, spec);
        try {
            return new OpenTable(
                    spec, preview, Optional.of(CsvReader.read(file, spec)), Optional.empty());
        } catch (UserError e) {
            return new OpenTable(spec, preview, Optional.empty(), Optional.of(e));
        }
    }

    /// Uses the data in the workbench. Returns an error message if that is impossible.
    public Optional<String> openIn(Workbench workbench) {
        if (dataset.isEmpty()) {
            return problem.map(workbench.notice()::show);
        }
        return workbench.open(
                spec,
                dataset.get(),
                before ->
                        DataChange.on(
                                before,
                                workbench.wantedBatch(),
                                spec,
                                DataChange.split(before, spec),
                                dataset.map(Dataset::shape)));
    }
}
