package mlpexplorer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.io.DataLoader;
import mlpexplorer.experiment.JsonText;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.experiment.store.LiveChange;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.nn.Numbers;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;

/// `runs show`.
@Command(name = "show", description = "Show the results and the specification of a run.")
final class RunsShowCommand implements Runnable {
    private final Console console;

    @Mixin private StoreOptions store = new StoreOptions();

    @Parameters(paramLabel = "RUN", description = StoredRun.NAMES)
    private String name;

    @Option(names = "--json", description = "Print a JSON object.")
    private boolean json;

    RunsShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        try (RunStore open = store.open(console.err())) {
            RunSummary run = StoredRun.named(open, name);
            List<LiveChange> changes = open.changes(run.id());
            RunSpec known = open.spec(run.id());
            JsonNode spec = SpecJson.tree(known);
            if (json) {
                console.out().println(JsonText.line(object(run, changes, spec)));
            } else {
                text(run, changes);
                DataLoader.missing(known.data())
                        .ifPresent(file ->
                                line(
                                        "the data file "
                                                + file
                                                + " no longer exists; restore it to train the"
                                                + " run again"));
                console.out().print(JsonText.sections(spec));
            }
        }
    }

    private static ObjectNode object(RunSummary run, List<LiveChange> changes, JsonNode spec) {
        ObjectNode object = StoredRun.json(run);
        ArrayNode array = object.putArray("changes");
        changes.forEach(change ->
                array.addObject()
                        .put("epoch", change.epoch())
                        .put("path", change.path())
                        .put("before", change.before())
                        .put("after", change.after()));
        object.set("spec", spec);
        return object;
    }

    private void text(RunSummary run, List<LiveChange> changes) {
        RunSummary.Progress progress = run.progress();
        line("run " + run.id() + ": " + run.title() + (run.label().pinned() ? " (pinned)" : ""));
        line(
                progress.state().key()
                        + " after "
                        + Numbers.count(progress.epochs(), "epoch")
                        + " ("
                        + Numbers.count(progress.updates(), "update")
                        + ", "
                        + Numbers.duration(progress.seconds())
                        + ")"
                        + (progress.reason().isEmpty()
                                ? ""
                                : ": " + progress.reason().replace('_', ' '))
                        + (progress.metrics().epoch() < progress.epochs()
                                ? ", weights of epoch " + progress.metrics().epoch()
                                : ""));
        line(
                "started "
                        + progress.started()
                        + ", "
                        + Numbers.count(run.parameters(), "parameter")
                        + ", fingerprint "
                        + run.fingerprint());
        run.best()
                .ifPresent(best ->
                        line(
                                "lowest validation loss "
                                        + Numbers.loss(best.loss())
                                        + " in epoch "
                                        + best.epoch()));
        run.origin()
                .ifPresent(origin ->
                        line("continued from run " + origin.run() + " at epoch " + origin.epoch()));
        changes.forEach(change ->
                line(
                        "after epoch "
                                + change.epoch()
                                + " "
                                + change.path()
                                + (change.isEdit() ? " set" : " changed from " + change.before())
                                + " to "
                                + change.after()));
        if (progress.reveals() > 0) {
            line("test scores revealed " + Numbers.count(progress.reveals(), "time"));
        }
        if (!run.label().tags().isEmpty()) {
            line("tags " + String.join(", ", run.label().tags()));
        }
        run.label().notes().lines().forEach(note -> line("| " + note));
        TrainReport.table(progress.metrics(), run.factors().metric()).lines().forEach(this::line);
    }

    private void line(String text) {
        console.out().println(Console.line(text));
    }
}
