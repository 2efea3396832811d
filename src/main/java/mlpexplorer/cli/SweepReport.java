package mlpexplorer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.experiment.JsonText;
import mlpexplorer.experiment.sweep.Axis;
import mlpexplorer.experiment.sweep.Sweep;
import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.experiment.sweep.SweepRunner;
import mlpexplorer.experiment.sweep.SweepTable;
import mlpexplorer.experiment.sweep.SweepTable.SweepCell;
import mlpexplorer.experiment.sweep.SweepTable.SweepCell.Spread;
import mlpexplorer.experiment.sweep.SweepTable.SweepRow;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The output of `sweep` as text and as JSON.
record SweepReport(SweepTable table, double seconds) {
    private static final List<SweepMeasure> SHOWN =
            List.of(
                    SweepMeasure.TRAIN_ACCURACY,
                    SweepMeasure.VALIDATION_ACCURACY,
                    SweepMeasure.TEST_ACCURACY,
                    SweepMeasure.VALIDATION_LOSS,
                    SweepMeasure.EPOCH_MILLIS);

    /// The description printed before the sweep.
    ///
    /// @param backend description by [SweepBackend]
    static String subject(Sweep sweep, String backend) {
        String values =
                sweep.axes().stream()
                        .map(axis -> axis.values().size() + " of " + axis.path())
                        .collect(Collectors.joining(" x "));
        String perCombination =
                values.isEmpty() ? "" : ": " + values + ", " + perCombination(sweep) + " each";
        Sweep.Shard shard = sweep.shard();
        String part =
                shard.equals(Sweep.Shard.ALL)
                        ? ""
                        : "; shard "
                                + shard.number()
                                + " of "
                                + shard.count()
                                + ": "
                                + Numbers.count(sweep.runs(), "run");
        return Numbers.count(sweep.allRuns(), "run") + perCombination + part + "; " + backend;
    }

    private static String perCombination(Sweep sweep) {
        String seeds = Numbers.count(sweep.repeats(), "seed");
        return sweep.folds()
                .map(count ->
                        (sweep.repeats() == 1 ? "" : seeds + " x ") + Numbers.count(count, "fold"))
                .orElse(seeds);
    }

    /// `[##### ] 25% 18 of 72 runs 3 s left`
    static String line(SweepRunner.Progress progress) {
        String left =
                progress.secondsLeft().isEmpty()
                        ? ""
                        : ProgressBar.timeLeft(progress.secondsLeft().getAsDouble());
        return ProgressBar.bar((double) progress.done() / progress.of())
                + "  "
                + Numbers.count(progress.done())
                + " of "
                + Numbers.count(progress.of(), "run")
                + left;
    }

    List<String> lines() {
        Sweep sweep = table.sweep();
        List<String> names = names(sweep.axes());
        List<String> header = new ArrayList<>(names.isEmpty() ? List.of("") : names);
        header.add("runs");
        header.add("diverged");
        SHOWN.forEach(measure -> header.add(table.metric().columnName(measure).replace('_', ' ')));
        TextTable text = new TextTable().row(header.toArray(String[]::new));
        table.cells().forEach(cell -> text.row(fields(cell)));
        List<String> lines = new ArrayList<>(text.lines());
        best().filter(_ -> sweep.cells() > 1)
                .ifPresent(cell ->
                        lines.add(
                                "best validation "
                                        + table.metric().label()
                                        + ": "
                                        + where(names, cell)
                                        + ", "
                                        + text(SweepMeasure.VALIDATION_ACCURACY, cell)));
        lines.add(
                (table.isComplete() ? "" : "stopped: ")
                        + Numbers.count(table.rows().size())
                        + " of "
                        + Numbers.count(sweep.runs(), "run")
                        + " in "
                        + Numbers.duration(seconds)
                        + ", "
                        + table.diverged()
                        + " diverged");
        return lines;
    }

    /// The object that `--json` prints.
    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("runs", table.sweep().runs());
        json.put("done", table.rows().size());
        json.put("diverged", table.diverged());
        json.put("seconds", seconds);
        ArrayNode axes = json.putArray("axes");
        table.sweep()
                .axes()
                .forEach(axis -> values(axes.addObject().put("path", axis.path()), axis.values()));
        json.put("repeats", table.sweep().repeats());
        table.sweep().folds().ifPresent(count -> json.put("folds", count));
        Sweep.Shard shard = table.sweep().shard();
        if (!shard.equals(Sweep.Shard.ALL)) {
            json.put("shard", shard.number());
            json.put("shards", shard.count());
        }
        ArrayNode cells = json.putArray("cells");
        table.cells().forEach(cell -> cell(cells.addObject(), cell));
        ArrayNode rows = json.putArray("rows");
        table.rows().forEach(row -> row(rows.addObject(), table.sweep(), row));
        return JsonText.line(json);
    }

    /// The part after the last dot, if it is unique among the axes.
    private static List<String> names(List<Axis> axes) {
        List<String> ends =
                axes.stream()
                        .map(axis -> axis.path().substring(axis.path().lastIndexOf('.') + 1))
                        .toList();
        boolean distinct = ends.stream().distinct().count() == ends.size();
        return distinct ? ends : axes.stream().map(Axis::path).toList();
    }

    private String[] fields(SweepCell cell) {
        List<String> fields =
                new ArrayList<>(cell.values().isEmpty() ? List.of("") : cell.values());
        fields.add(Numbers.count(cell.rows().size()));
        fields.add(Numbers.count(cell.diverged()));
        for (SweepMeasure measure : SHOWN) {
            fields.add(text(measure, cell));
        }
        return fields.toArray(String[]::new);
    }

    /// Orders by validation accuracy, then by validation loss.
    private Optional<SweepCell> best() {
        return table.cells().stream()
                .filter(cell -> cell.spread(SweepMeasure.VALIDATION_ACCURACY).count() > 0)
                .max(
                        Comparator.<SweepCell>comparingDouble(cell ->
                                        cell.spread(SweepMeasure.VALIDATION_ACCURACY).mean())
                                .thenComparingDouble(
                                        cell -> -cell.spread(SweepMeasure.VALIDATION_LOSS).mean()));
    }

    private static String where(List<String> names, SweepCell cell) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + " = " + cell.values().get(i))
                .collect(Collectors.joining(", "));
    }

    private String text(SweepMeasure measure, SweepCell cell) {
        Spread spread = cell.spread(measure);
        return measure.isShare()
                ? table.metric().text(spread.mean(), spread.std())
                : Numbers.plusMinus(spread.mean(), spread.std());
    }

    private void cell(ObjectNode json, SweepCell cell) {
        values(json, cell.values());
        json.put("runs", cell.rows().size());
        json.put("diverged", cell.diverged());
        for (SweepMeasure measure : SweepMeasure.values()) {
            Spread spread = cell.spread(measure);
            json.putObject(table.metric().columnName(measure))
                    .put("mean", spread.mean())
                    .put("std", spread.std());
        }
    }

    private static void row(ObjectNode json, Sweep sweep, SweepRow row) {
        values(json, row.run().values());
        json.put("repeat", 1 + row.run().repeat() / sweep.folds().orElse(1));
        sweep.folds().ifPresent(_ -> json.put("fold", row.run().start().spec().split().fold()));
        TrainReport.putEnd(json, row.end());
        Task.Metric metric = row.run().start().spec().data().metric();
        TrainReport.putScores(json, row.end().metrics(), metric);
        json.put("best_validation_" + metric.key(), row.bestValidation());
        json.put("fingerprint", row.run().start().fingerprint());
    }

    private static void values(ObjectNode json, List<String> values) {
        ArrayNode array = json.putArray("values");
        values.forEach(array::add);
    }
}
