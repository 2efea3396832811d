package mlpexplorer.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.Split;
import mlpexplorer.experiment.JsonText;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecText;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.Score;
import mlpexplorer.nn.Task;
import mlpexplorer.training.Divergence;
import mlpexplorer.training.EpochMetrics;

import java.util.ArrayList;
import java.util.List;

/// The output of `train` as text and as JSON.
record TrainReport(RunStart start, RunResult result) {

    /// The description printed before training.
    static String subject(RunStart start, Split split) {
        Parameters initial = start.initial(split.shape());
        return Console.line(SpecText.of(start.spec()))
                + "\nnetwork "
                + initial.shape()
                + ", "
                + Numbers.count(initial.count(), "parameter")
                + "; "
                + Numbers.count(split.train().rows(), "row")
                + " to train, "
                + Numbers.count(split.validation().rows(), "row")
                + " to validate, "
                + Numbers.count(split.test().rows(), "row")
                + " to test";
    }

    List<String> lines() {
        RunEnd end = result.end();
        List<String> lines = new ArrayList<>();
        lines.add(
                end.outcome().name()
                        + " after "
                        + Numbers.count(end.epochs(), "epoch")
                        + " ("
                        + Numbers.count(end.updates(), "update")
                        + ", "
                        + Numbers.duration(end.seconds())
                        + ")"
                        + reason());
        TextTable table = table(end.metrics(), metric());
        if (!(start.spec().training().regularizer() instanceof Regularizer.None)) {
            table.row("penalty", Numbers.loss(end.metrics().penalty()), "");
        }
        lines.addAll(table.lines());
        return lines;
    }

    /// A sentence about a divergence: where it started and what to try.
    String divergence(Divergence divergence) {
        double third = start.spec().training().rate() / 3;
        return "Training diverged in epoch "
                + divergence.epoch()
                + ", first in layer "
                + divergence.layer()
                + " (loss "
                + (Double.isNaN(divergence.loss()) ? "NaN" : Numbers.loss(divergence.loss()))
                + "); try a third of the rate, --set training.rate="
                + Numbers.number(third)
                + ", or clipping, --set training.clip=1.";
    }

    /// The object that `--json` prints.
    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        putEnd(json, result.end());
        json.put("parameters", result.parameters().count());
        putScores(json, result.end().metrics(), metric());
        json.put("fingerprint", start.fingerprint());
        return JsonText.line(json);
    }

    private Task.Metric metric() {
        return result.split().dataset().task().metric();
    }

    /// Loss and metric of each part.
    static TextTable table(EpochMetrics metrics, Task.Metric metric) {
        TextTable table = new TextTable().row("", "loss", metric.label());
        row(table, "train", metrics.train(), metric);
        row(table, "validation", metrics.validation(), metric);
        row(table, "test", metrics.test(), metric);
        return table;
    }

    private static void row(TextTable table, String part, Score score, Task.Metric metric) {
        table.row(part, Numbers.loss(score.loss()), metric.text(score.metric()));
    }

    /// Adds how a run ended; `epoch` is that of the weights, `epochs` counts all.
    static void putEnd(ObjectNode json, RunEnd end) {
        json.put("outcome", end.outcome().name());
        json.put("reason", end.outcome().reasonName());
        json.put("epochs", end.epochs());
        json.put("epoch", end.metrics().epoch());
        json.put("updates", end.updates());
        json.put("seconds", end.seconds());
    }

    /// Adds loss and metric of each part.
    static void putScores(ObjectNode json, EpochMetrics metrics, Task.Metric metric) {
        put(json, "train", metrics.train(), metric);
        put(json, "validation", metrics.validation(), metric);
        put(json, "test", metrics.test(), metric);
    }

    private static void put(ObjectNode json, String part, Score score, Task.Metric metric) {
        json.putObject(part).put("loss", score.loss()).put(metric.key(), score.metric());
    }

    private String reason() {
        return result.end().diverged()
                ? ": weights of epoch " + result.end().metrics().epoch() + " kept"
                : ": " + result.end().reason();
    }
}
