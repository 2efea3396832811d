package mlpexplorer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.JsonText;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.SpecDiff;
import mlpexplorer.experiment.filter.FilterField;
import mlpexplorer.experiment.filter.RunFilter;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.experiment.store.StoreMerge;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Score;
import mlpexplorer.training.EpochMetrics;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// `runs`: the commands for the run database.
@Command(name = "runs", description = "Browse the database of runs.")
final class RunsCommand {

    private final Console console;

    private RunsCommand(Console console) {
        this.console = console;
    }

    /// @param pictures draws for `runs export --to bundle`; not used by other commands
    static CommandLine of(Console console, RunPictures pictures) {
        RunsCommand group = new RunsCommand(console);
        return new CommandLine(group)
                .addSubcommand(group.new ListCommand())
                .addSubcommand(new RunsShowCommand(console))
                .addSubcommand(new RunsExportCommand(console, pictures))
                .addSubcommand(group.new DeleteCommand())
                .addSubcommand(group.new MergeCommand())
                .addSubcommand(group.new DiffCommand());
    }

    /// `runs list`.
    @Command(name = "list", description = "List runs, newest first.")
    private final class ListCommand implements Runnable {
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

        @Mixin private StoreOptions store = new StoreOptions();

        @Option(
                names = "--filter",
                paramLabel = "TEXT",
                description =
                        "Only matching runs, for example \"val_acc > 0.9 and hidden = 8\" or \"tag"
                                + " = race and not outcome = diverged\".")
        private String filter = "";

        @Option(
                names = "--sort",
                paramLabel = "FIELD",
                description = "Sort by a field of the filter; -FIELD sorts in descending order.")
        private String sort = "-id";

        @Option(names = "--limit", paramLabel = "N", description = "List at most N runs.")
        private long limit = Long.MAX_VALUE;

        @Option(names = "--json", description = "Print a JSON array.")
        private boolean json;

        @Override
        public void run() {
            RunFilter wanted = new RunFilter(filter);
            Comparator<RunSummary> order = order();
            List<RunSummary> runs;
            try (RunStore open = store.open(console.err())) {
                runs =
                        open.list().stream()
                                .filter(wanted)
                                .sorted(order)
                                .limit(Math.max(0, limit))
                                .toList();
            }
            if (json) {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                runs.forEach(run -> array.add(StoredRun.json(run)));
                console.out().println(JsonText.line(array));
            } else if (runs.isEmpty()) {
                console.out().println(filter.isBlank() ? "no runs yet" : "no matching runs");
            } else {
                table(runs).lines().forEach(console.out()::println);
            }
        }

        private Comparator<RunSummary> order() {
            boolean down = sort.startsWith("-");
            FilterField field =
                    FilterField.named(down ? sort.substring(1) : sort)
                            .orElseThrow(() ->
                                    UserError.input(
                                            "\""
                                                    + sort
                                                    + "\" is not a field to sort by; examples are"
                                                    + " val_acc, seconds and rate."));
            return down ? field.descending() : field.ascending();
        }

        private static TextTable table(List<RunSummary> runs) {
            TextTable table =
                    new TextTable()
                            .row(
                                    "run",
                                    "id",
                                    "started",
                                    "params",
                                    "rate",
                                    "epochs",
                                    "seconds",
                                    "train",
                                    "validation",
                                    "test",
                                    "outcome");
            for (RunSummary run : runs) {
                table.row(
                        run.title() + (run.label().pinned() ? " *" : ""),
                        String.valueOf(run.id()),
                        TIME.format(run.progress().started()),
                        Numbers.count(run.parameters()),
                        Numbers.exact(run.factors().rate()),
                        Numbers.count(run.progress().epochs()),
                        Numbers.seconds(run.progress().seconds()),
                        fit(run, run.progress().metrics().train()),
                        fit(run, run.progress().metrics().validation()),
                        fit(run, run.progress().metrics().test()),
                        run.progress().state().key());
            }
            return table;
        }

        private static String fit(RunSummary run, Score score) {
            return run.factors().metric().text(score.metric());
        }
    }

    /// `runs delete`.
    @Command(
            name = "delete",
            description =
                    "Delete runs, or restore the most recently deleted runs; after a week they are"
                            + " deleted permanently.")
    private final class DeleteCommand implements Runnable {
        @Mixin private StoreOptions store = new StoreOptions();

        @ArgGroup(multiplicity = "1")
        private Which which = new Which();

        private static final class Which {
            @Parameters(paramLabel = "RUN", arity = "1..*", description = StoredRun.NAMES)
            private @Nullable List<String> names;

            @Option(
                    names = "--filter",
                    paramLabel = "TEXT",
                    description = "Delete all runs that match the filter.")
            private @Nullable String filter;

            @Option(names = "--undo", description = "Restore the most recently deleted runs.")
            private boolean undo;
        }

        @Override
        public void run() {
            try (RunStore open = store.openToChange(console.err())) {
                if (which.undo) {
                    List<Long> last = open.lastDeleted();
                    open.restore(last);
                    console.out()
                            .println(
                                    last.isEmpty()
                                            ? "nothing to restore"
                                            : "restored " + Numbers.count(last.size(), "run"));
                } else {
                    List<Long> ids = chosen(open);
                    open.delete(ids, Instant.now());
                    console.out()
                            .println(
                                    "deleted "
                                            + Numbers.count(ids.size(), "run")
                                            + (ids.isEmpty()
                                                    ? ""
                                                    : "; runs delete --undo restores "
                                                            + (ids.size() == 1 ? "it" : "them")));
                }
            }
        }

        private List<Long> chosen(RunStore open) {
            if (which.filter != null) {
                return open.list().stream()
                        .filter(new RunFilter(which.filter))
                        .map(RunSummary::id)
                        .toList();
            }
            List<String> names = which.names == null ? List.of() : which.names;
            return names.stream().map(name -> StoredRun.named(open, name).id()).distinct().toList();
        }
    }

    /// `runs merge`.
    @Command(
            name = "merge",
            description =
                    "Copy the runs of other databases, for example of the shards of a sweep. Runs"
                            + " that are already in the database are skipped, so merging a file"
                            + " again adds only its new runs. Runs that have not ended are not"
                            + " copied.")
    private final class MergeCommand implements Runnable {
        @Mixin private StoreOptions store = new StoreOptions();

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "Databases of runs.")
        private List<Path> files = List.of();

        @Override
        public void run() {
            StoreMerge merge = StoreMerge.of(files);
            try (RunStore open = store.openOrCreate(console.err())) {
                StoreMerge.Result result = merge.into(open);
                console.out()
                        .println(
                                "added "
                                        + Numbers.count(result.added(), "run")
                                        + (result.known() == 0
                                                ? ""
                                                : "; already there: "
                                                        + Numbers.count(result.known()))
                                        + (result.running() == 0
                                                ? ""
                                                : "; not ended: "
                                                        + Numbers.count(result.running())));
            }
        }
    }

    /// `runs diff`.
    @Command(
            name = "diff",
            description =
                    "Show how the specifications of two runs differ, and whether the runs can be"
                            + " compared fairly.")
    private final class DiffCommand implements Runnable {
        @Mixin private StoreOptions store = new StoreOptions();

        @Parameters(index = "0", paramLabel = "RUN", description = StoredRun.NAMES)
        private String first;

        @Parameters(index = "1", paramLabel = "RUN", description = "The run to compare it with.")
        private String second;

        @Option(names = "--json", description = "Print a JSON object.")
        private boolean json;

        @Override
        public void run() {
            try (RunStore open = store.open(console.err())) {
                RunSummary one = StoredRun.named(open, first);
                RunSummary two = StoredRun.named(open, second);
                SpecDiff diff = SpecDiff.of(open.spec(one.id()), open.spec(two.id()));
                if (json) {
                    console.out().println(JsonText.line(object(one, two, diff)));
                } else {
                    text(one, two, diff);
                }
            }
        }

        private static ObjectNode object(RunSummary one, RunSummary two, SpecDiff diff) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.putArray("runs").add(one.id()).add(two.id());
            ArrayNode array = object.putArray("differences");
            diff.differences()
                    .forEach(each ->
                            array.addObject()
                                    .put("path", each.path())
                                    .put("before", each.before())
                                    .put("after", each.after()));
            diff.factors().forEach(object.putArray("factors")::add);
            object.put("confounded", diff.isConfounded());
            object.put("otherData", diff.otherData());
            return object;
        }

        private void text(RunSummary one, RunSummary two, SpecDiff diff) {
            TextTable table = new TextTable().row("", "run " + one.id(), "run " + two.id());
            diff.differences().forEach(each -> table.row(each.path(), each.before(), each.after()));
            row(table, "train", one, two, EpochMetrics::train);
            row(table, "validation", one, two, EpochMetrics::validation);
            row(table, "test", one, two, EpochMetrics::test);
            table.lines().forEach(console.out()::println);
            console.out().println(verdict(diff));
        }

        static String verdict(SpecDiff diff) {
            if (diff.differences().isEmpty()) {
                return "the specifications are identical";
            }
            if (diff.otherData()) {
                return "warning: different data, so the scores cannot be compared";
            }
            return switch (diff.factors().size()) {
                case 0 -> "only the seeds differ: this is the same experiment";
                case 1 -> "one factor differs: " + diff.factors().getFirst();
                default ->
                        "warning: "
                                + diff.factors().size()
                                + " factors differ ("
                                + String.join(", ", diff.factors())
                                + "), so you cannot tell which one made the difference";
            };
        }

        private static void row(
                TextTable table,
                String part,
                RunSummary one,
                RunSummary two,
                Function<EpochMetrics, Score> score) {
            Score first = score.apply(one.progress().metrics());
            Score second = score.apply(two.progress().metrics());
            table.row(
                    part + " " + one.factors().metric().label(),
                    one.factors().metric().text(first.metric()),
                    two.factors().metric().text(second.metric()));
            table.row(part + " loss", Numbers.loss(first.loss()), Numbers.loss(second.loss()));
        }
    }
}
