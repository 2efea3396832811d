package mlpexplorer.experiment;

import mlpexplorer.data.Dataset;
import mlpexplorer.data.Split;
import mlpexplorer.data.io.CsvTable;
import mlpexplorer.nn.ShortestDecimal;
import mlpexplorer.nn.Task;
import mlpexplorer.training.MetricLog;
import mlpexplorer.training.TrainingSpec;
import mlpexplorer.training.UpdateLog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The CSV tables of a run. Missing numbers (such as the loss of an empty part) are empty fields.
public final class RunTables {
    private static final List<MetricLog.Column> COLUMNS = List.of(MetricLog.Column.values());

    private RunTables() {}

    /// `epoch,update,seconds,train_loss,…,test_accuracy,penalty,learning_rate`: one row per epoch,
    /// from 0 for the initial weights (per epoch kept in the log, in a run of more than
    /// [MetricLog#CAPACITY] epochs).
    ///
    /// @param metric names the columns of the metric: `train_accuracy` or `train_r2`
    public static CsvTable metrics(MetricLog.View log, Task.Metric metric) {
        return new CsvTable(names(metric).toList(), () -> rows(log).iterator());
    }

    /// The metrics of several runs in one table: the column `run` with the name of the run, then
    /// those of one run.
    ///
    /// @param logs logs of the runs, in the order of their names
    public static CsvTable metrics(
            List<String> names, List<MetricLog.View> logs, Task.Metric metric) {
        return new CsvTable(
                after("run", names(metric)),
                () ->
                        IntStream.range(0, names.size())
                                .boxed()
                                .flatMap(i ->
                                        rows(logs.get(i))
                                                .map(row -> after(names.get(i), row.stream())))
                                .iterator());
    }

    /// `update,loss,epoch_mean`: a row for each group of updates ([TrainingSpec#logEvery], or an
    /// epoch) with the number of its last update, the mean loss of the group, and that of the epoch
    /// so far.
    public static CsvTable updates(UpdateLog.View losses) {
        return new CsvTable(
                List.of("update", "loss", "epoch_mean"),
                () ->
                        IntStream.range(0, losses.size())
                                .mapToObj(row ->
                                        List.of(
                                                Long.toString(losses.update(row)),
                                                field(losses.loss(row)),
                                                field(losses.epochMean(row))))
                                .iterator());
    }

    private static Stream<String> names(Task.Metric metric) {
        return COLUMNS.stream().map(metric::columnName);
    }

    private static Stream<List<String>> rows(MetricLog.View log) {
        return IntStream.range(0, log.size())
                .mapToObj(row ->
                        COLUMNS.stream().map(column -> field(log.value(column, row))).toList());
    }

    private static List<String> after(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }

    /// `row,part`: the part of each row of the dataset, counted from 0.
    static CsvTable split(Split split) {
        String[] parts = new String[split.dataset().rows()];
        for (int position = 0; position < parts.length; position++) {
            parts[split.row(position)] = split.part(position).name().toLowerCase(Locale.ROOT);
        }
        return new CsvTable(
                List.of("row", "part"),
                () ->
                        IntStream.range(0, parts.length)
                                .mapToObj(row -> List.of(Integer.toString(row), parts[row]))
                                .iterator());
    }

    /// The inputs of the network for each row of the dataset, and its class index or target (as the
    /// network sees it).
    static CsvTable inputs(Split split) {
        List<String> header = new ArrayList<>(split.inputNames());
        header.add(
                switch (split.dataset().task()) {
                    case Task.Classification _ -> "label";
                    case Task.Regression() -> "target";
                });
        return new CsvTable(
                header,
                () ->
                        IntStream.range(0, split.dataset().rows())
                                .mapToObj(row -> inputs(split, row))
                                .iterator());
    }

    private static List<String> inputs(Split split, int row) {
        Dataset dataset = split.dataset();
        List<String> fields = new ArrayList<>();
        double[] features = new double[dataset.samples().columns()];
        dataset.samples().copyRow(row, features, 0);
        double[] inputs = new double[split.scaling().columns()];
        split.scaling().apply(features, inputs, 0);
        for (double input : inputs) {
            fields.add(field(input));
        }
        fields.add(
                switch (dataset.task()) {
                    case Task.Classification _ -> Integer.toString(dataset.samples().label(row));
                    case Task.Regression() ->
                            field(split.scaling().scaleTarget(dataset.samples().target(row)));
                });
        return fields;
    }

    private static String field(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : ShortestDecimal.text(value);
    }
}
