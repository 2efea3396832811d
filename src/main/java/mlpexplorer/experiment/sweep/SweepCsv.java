package mlpexplorer.experiment.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import mlpexplorer.experiment.Seeds;
import mlpexplorer.nn.ShortestDecimal;

/// The CSV form of a [SweepTable]: a line a run. A number that does not exist (the loss of an empty part) is an empty field.
public final class SweepCsv {
    private SweepCsv() {}

    /// The axes' paths, `repeat,init_seed,batch_seed`, the measures, `outcome,fingerprint`.
    public static String text(SweepTable table) {
        StringBuilder text = new StringBuilder();
        List<String> header = new ArrayList<>(table.sweep().axes().stream().map(Axis::path).toList());
        header.addAll(List.of("repeat", "init_seed", "batch_seed"));
        header.addAll(Arrays.stream(SweepMeasure.values()).map(SweepMeasure::columnName).toList());
        header.addAll(List.of("outcome", "fingerprint"));
        append(text, header);
        table.rows().forEach(row -> append(text, fields(row)));
        return text.toString();
    }

    private static List<String> fields(SweepRow row) {
        Seeds seeds = row.run().start().spec().seeds();
        List<String> fields = new ArrayList<>(row.run().values());
        fields.add(Integer.toString(row.run().repeat() + 1));
        fields.add(Long.toString(seeds.init()));
        fields.add(Long.toString(seeds.batches()));
        Arrays.stream(SweepMeasure.values()).forEach(measure -> fields.add(number(measure.of(row))));
        fields.add(row.outcome().name());
        fields.add(row.run().start().fingerprint());
        return fields;
    }

    private static void append(StringBuilder text, List<String> fields) {
        text.append(fields.stream().map(SweepCsv::quoted).collect(Collectors.joining(","))).append('\n');
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : ShortestDecimal.text(value);
    }

    private static String quoted(String field) {
        return field.matches("[^,\"\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
