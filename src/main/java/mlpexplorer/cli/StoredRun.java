package mlpexplorer.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;

import java.util.List;

/// Finds runs by number, name or fingerprint, and writes them as JSON.
final class StoredRun {
    static final String NAMES = "Number of a run, \"last\", or the start of a fingerprint.";
    private static final int MIN_FINGERPRINT = 6;

    private StoredRun() {}

    /// The run named `name`; the newest one if several have this fingerprint.
    static RunSummary named(RunStore store, String name) {
        List<RunSummary> runs = store.list();
        boolean number = name.matches("\\d{1,18}");
        return runs.stream()
                .filter(run -> name.equals("last") || (number && run.id() == Long.parseLong(name)))
                .findFirst()
                .or(() ->
                        runs.stream()
                                .filter(run ->
                                        name.length() >= MIN_FINGERPRINT
                                                && run.fingerprint().startsWith(name))
                                .findFirst())
                .orElseThrow(() ->
                        UserError.input(
                                "There is no run " + name + "; list the runs with: runs list."));
    }

    /// The start of `run`, whose specification alone gives its numbers.
    static RunStart requireUntouched(RunStore store, RunSummary run) {
        RunStart start = store.start(run.id());
        if (start.resumed().isPresent() || run.origin().isPresent()) {
            throw UserError.input(
                    "Run "
                            + run.id()
                            + " continues an earlier training, so its specification alone does not"
                            + " give its numbers; export a run that was trained from its start.");
        }
        if (!store.changes(run.id()).isEmpty()) {
            throw UserError.input(
                    "Run "
                            + run.id()
                            + " was changed while it was trained, so its specification alone does"
                            + " not give its numbers; train the specification again.");
        }
        return start;
    }

    static ObjectNode json(RunSummary run) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", run.id())
                .put("name", run.label().name())
                .put("title", run.title())
                .put("notes", run.label().notes());
        run.label().tags().forEach(json.putArray("tags")::add);
        json.put("pinned", run.label().pinned())
                .put("started", run.progress().started().toString());
        json.put("outcome", run.progress().state().key()).put("reason", run.progress().reason());
        json.put("epochs", run.progress().epochs()).put("epoch", run.progress().metrics().epoch());
        json.put("updates", run.progress().updates());
        json.put("seconds", run.progress().seconds()).put("parameters", run.parameters());
        TrainReport.putScores(json, run.progress().metrics(), run.factors().metric());
        run.best()
                .ifPresentOrElse(
                        best ->
                                json.putObject("best")
                                        .put("epoch", best.epoch())
                                        .put("loss", best.loss()),
                        () -> json.putNull("best"));
        run.origin()
                .ifPresentOrElse(
                        origin ->
                                json.putObject("origin")
                                        .put("run", origin.run())
                                        .put("epoch", origin.epoch()),
                        () -> json.putNull("origin"));
        json.put("reveals", run.progress().reveals());
        json.put("fingerprint", run.fingerprint());
        return json;
    }
}
