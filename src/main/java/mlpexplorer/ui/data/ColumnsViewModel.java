package mlpexplorer.ui.data;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.io.CsvPreview;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.workbench.OpenTable;
import mlpexplorer.ui.workbench.Workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The choice of the columns of a CSV file. A choice takes effect once the file has been read with
/// it; an invalid one only changes the explanation.
final class ColumnsViewModel {
    private final Workbench workbench;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<Optional<OpenTable>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private Optional<Jobs.Job> reading = Optional.empty();

    ColumnsViewModel(Workbench workbench, Jobs jobs) {
        this.workbench = workbench;
        this.jobs = jobs;
        workbench
                .specProperty()
                .addListener((_, before, after) -> {
                    if (!before.data().equals(after.data())) {
                        follow(after.data());
                    }
                });
    }

    /// The table whose columns are chosen; empty if none is.
    ReadOnlyObjectProperty<Optional<OpenTable>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Shows a table that was just read.
    void show(OpenTable table) {
        stop();
        shown.set(Optional.of(table));
    }

    /// Shows the table of the current run.
    void show() {
        if (workbench.spec().data() instanceof DataSpec.Csv csv && !csv.path().isEmpty()) {
            read(csv, this::show);
        }
    }

    void hide() {
        stop();
        shown.set(Optional.empty());
    }

    /// Chooses the class or target column by its index; a column of text is no target.
    void classColumn(int index) {
        change(table -> {
            CsvPreview.Column column = table.preview().columns().get(index);
            List<String> features = new ArrayList<>(table.spec().features());
            features.remove(column.key());
            return table.spec()
                    .withLabels(
                            column.key(),
                            table.spec().target().isPresent() && column.numeric(),
                            features);
        });
    }

    /// Whether the chosen column is the target of a regression.
    void numeric(boolean on) {
        change(table -> {
            CsvPreview preview = table.preview();
            String key = preview.columns().get(preview.classColumn()).key();
            return table.spec().withLabels(key, on, table.spec().features());
        });
    }

    /// Makes a column a feature or not. The default features are not stored.
    void feature(int index, boolean on) {
        change(table -> {
            List<CsvPreview.Column> columns = table.preview().columns();
            List<String> chosen = new ArrayList<>();
            boolean areDefaults = true;
            for (int i = 0; i < columns.size(); i++) {
                boolean feature = i == index ? on : columns.get(i).feature();
                areDefaults &= feature == columns.get(i).defaultFeature();
                if (feature) {
                    chosen.add(columns.get(i).key());
                }
            }
            return table.spec().withFeatures(areDefaults ? List.of() : chosen);
        });
    }

    /// Chooses the column that gives the parts by its index; -1 for none, which chooses the others
    /// as they are, since the part column would be guessed again.
    void partColumn(int index) {
        change(table -> {
            Optional<String> key =
                    index < 0
                            ? Optional.empty()
                            : Optional.of(table.preview().columns().get(index).key());
            List<String> features = new ArrayList<>(table.spec().features());
            key.ifPresent(features::remove);
            DataSpec.Csv spec = table.spec().withFeatures(features);
            return key.isEmpty()
                    ? withoutPartColumn(table)
                    : spec.withPaths(spec.path(), Optional.empty(), Optional.empty())
                            .withPartColumn(key);
        });
    }

    private static DataSpec.Csv withoutPartColumn(OpenTable table) {
        List<CsvPreview.Column> columns = table.preview().columns();
        return table.spec()
                .withPartColumn(Optional.empty())
                .withLabels(
                        columns.get(table.preview().classColumn()).key(),
                        table.spec().target().isPresent(),
                        columns.stream()
                                .filter(CsvPreview.Column::feature)
                                .map(CsvPreview.Column::key)
                                .toList());
    }

    /// Whether rows with missing values are left out.
    void skipMissing(boolean skip) {
        change(table ->
                table.spec().withMissing(skip ? DataSpec.Missing.SKIP : DataSpec.Missing.REFUSE));
    }

    private interface Change {
        DataSpec.Csv of(OpenTable table);
    }

    private void change(Change change) {
        shown.get()
                .ifPresent(table ->
                        read(
                                change.of(table),
                                next -> {
                                    shown.set(Optional.of(next));
                                    if (next.dataset().isPresent()) {
                                        next.openIn(workbench);
                                    }
                                }));
    }

    private void read(DataSpec.Csv spec, Consumer<OpenTable> then) {
        stop();
        reading =
                Optional.of(
                        jobs.run(
                                () -> OpenTable.read(spec),
                                then,
                                failure -> workbench.notice().show(failure)));
    }

    private void stop() {
        reading.ifPresent(Jobs.Job::cancel);
        reading = Optional.empty();
    }

    /// Undo may bring back other columns of the same file, or other data.
    private void follow(DataSpec data) {
        if (shown.get().isEmpty() || data.equals(shown.get().get().spec())) {
            return;
        }
        if (data instanceof DataSpec.Csv csv
                && csv.path().equals(shown.get().get().spec().path())) {
            show();
        } else {
            hide();
        }
    }
}
