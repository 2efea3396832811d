package mlpexplorer.experiment.sweep;

import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.CsvTable;
import mlpexplorer.experiment.RunSpec.Seeds;
import mlpexplorer.experiment.sweep.SweepTable.SweepRow;
import mlpexplorer.nn.ShortestDecimal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The CSV form of a [SweepTable]: one row per run. Missing numbers (such as the loss of an empty
/// part) are empty fields.
public final class SweepCsv {
    private SweepCsv() {}

    /// The paths of the axes, `repeat,init_seed,batch_seed` (with folds, `fold` after `repeat`),
    /// the metrics, `outcome,fingerprint`.
    public static CsvTable of(SweepTable table) {
        List<String> header =
                new ArrayList<>(table.sweep().axes().stream().map(Axis::path).toList());
        header.add("repeat");
        table.sweep().folds().ifPresent(_ -> header.add("fold"));
        header.addAll(List.of("init_seed", "batch_seed"));
        header.addAll(
                Arrays.stream(SweepMeasure.values()).map(table.metric()::columnName).toList());
        header.addAll(List.of("outcome", "fingerprint"));
        return new CsvTable(
                header,
                () -> table.rows().stream().map(row -> fields(table.sweep(), row)).iterator());
    }

    /// Creates the folder of `file` if necessary and checks that it is writable, before training.
    public static void requireWritable(Path file) {
        AtomicFile.requireFile(file, "the table of a sweep is a file, for example sweep.csv");
    }

    /// Writes `file` atomically.
    public static void write(SweepTable table, Path file) {
        AtomicFile.write(file, of(table));
    }

    private static List<String> fields(Sweep sweep, SweepRow row) {
        Seeds seeds = row.run().start().spec().seeds();
        List<String> fields = new ArrayList<>(row.run().values());
        fields.add(Integer.toString(1 + row.run().repeat() / sweep.folds().orElse(1)));
        sweep.folds()
                .ifPresent(
                        _ -> fields.add(Integer.toString(row.run().start().spec().split().fold())));
        fields.add(Long.toString(seeds.init()));
        fields.add(Long.toString(seeds.batches()));
        Arrays.stream(SweepMeasure.values())
                .forEach(measure -> fields.add(number(measure.of(row))));
        fields.add(row.end().outcome().name());
        fields.add(row.run().start().fingerprint());
        return fields;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : ShortestDecimal.text(value);
    }
}
