package mlpexplorer.experiment;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split;
import mlpexplorer.nn.ShortestDecimal;
import mlpexplorer.training.MetricLog;

/// The CSV tables of a run. A number that does not exist (the loss of an empty part) is an empty field.
public final class RunTables {
    private static final List<MetricLog.Column> COLUMNS = Arrays.stream(MetricLog.Column.values())
            .filter(column -> column != MetricLog.Column.PENALTY)
            .toList();

    private RunTables() {}

    /// `epoch,update,seconds,train_loss,…,test_accuracy`: a line for each epoch from the first on (for each that the log
    /// kept, in a run of more than [MetricLog#CAPACITY] epochs).
    public static String metrics(MetricLog.View log) {
        StringBuilder text = new StringBuilder();
        text.append(String.join(",", COLUMNS.stream().map(c -> c.name().toLowerCase(Locale.ROOT)).toList())).append('\n');
        for (int row = 0; row < log.size(); row++) {
            if (log.value(MetricLog.Column.EPOCH, row) > 0) {
                StringJoiner line = new StringJoiner(",", "", "\n");
                for (MetricLog.Column column : COLUMNS) {
                    line.add(field(log.value(column, row)));
                }
                text.append(line);
            }
        }
        return text.toString();
    }

    /// `row,part`: the part of each row of the dataset, counted from 0.
    static String split(Split split) {
        String[] parts = new String[split.dataset().rows()];
        for (int position = 0; position < parts.length; position++) {
            parts[split.row(position)] = split.part(position).name().toLowerCase(Locale.ROOT);
        }
        StringBuilder text = new StringBuilder("row,part\n");
        for (int row = 0; row < parts.length; row++) {
            text.append(row).append(',').append(parts[row]).append('\n');
        }
        return text.toString();
    }

    /// The features of each row of the dataset as the network sees them, and its class index; line by line, as pictures make
    /// a table that is too large to hold.
    static void inputs(Split split, Appendable out) throws IOException {
        Dataset dataset = split.dataset();
        StringJoiner header = new StringJoiner(",", "", "\n");
        dataset.featureNames().forEach(name -> header.add(quoted(name)));
        out.append(header.add("label").toString());
        for (int row = 0; row < dataset.rows(); row++) {
            StringJoiner line = new StringJoiner(",", "", "\n");
            for (int column = 0; column < dataset.samples().columns(); column++) {
                line.add(field(split.scaling().scale(column, dataset.samples().feature(row, column))));
            }
            out.append(line.add(Integer.toString(dataset.samples().label(row))).toString());
        }
    }

    private static String field(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : ShortestDecimal.text(value);
    }

    private static String quoted(String name) {
        return name.matches("[^,\"\r\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
