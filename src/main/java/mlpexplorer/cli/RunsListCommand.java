package mlpexplorer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.JsonText;
import mlpexplorer.experiment.filter.FilterField;
import mlpexplorer.experiment.filter.RunFilter;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Score;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `runs list`.
@Command(name = "list", description = "List runs, newest first.")
final class RunsListCommand implements Runnable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private final Streams streams;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(
            names = "--filter",
            paramLabel = "TEXT",
            description = "Only matching runs, for example \"val_acc > 0.9 and hidden = 8\" or \"tag = race and not outcome = diverged\".")
    private String filter = "";

    @Option(names = "--sort", paramLabel = "FIELD", description = "Sort by a field of the filter; -FIELD sorts in descending order.")
    private String sort = "-id";

    @Option(names = "--limit", paramLabel = "N", description = "List at most N runs.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--json", description = "Print a JSON array.")
    private boolean json;

    RunsListCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        RunFilter wanted = new RunFilter(filter);
        Comparator<RunSummary> order = order();
        List<RunSummary> runs;
        try (RunStore open = store.open(streams.err())) {
            runs = open.list().stream().filter(wanted).sorted(order).limit(Math.max(0, limit)).toList();
        }
        if (json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            runs.forEach(run -> array.add(StoredRun.json(run)));
            streams.out().println(JsonText.line(array));
        } else if (runs.isEmpty()) {
            streams.out().println(filter.isBlank() ? "no runs yet" : "no matching runs");
        } else {
            table(runs).lines().forEach(streams.out()::println);
        }
    }

    private Comparator<RunSummary> order() {
        boolean down = sort.startsWith("-");
        FilterField field = FilterField.named(down ? sort.substring(1) : sort)
                .orElseThrow(() -> UserError.input("\"" + sort + "\" is not a field to sort by; examples are val_acc, seconds and rate."));
        return down ? field.descending() : field.ascending();
    }

    private static TextTable table(List<RunSummary> runs) {
        TextTable table = new TextTable().row(
                "run", "id", "started", "params", "rate", "epochs", "seconds", "train", "validation", "test", "outcome");
        for (RunSummary run : runs) {
            table.row(
                    run.title() + (run.label().pinned() ? " *" : ""), String.valueOf(run.id()), TIME.format(run.progress().started()),
                    Numbers.count(run.parameters()), Numbers.exact(run.factors().rate()), Numbers.count(run.progress().epochs()),
                    Numbers.seconds(run.progress().seconds()), percent(run.progress().metrics().train()),
                    percent(run.progress().metrics().validation()), percent(run.progress().metrics().test()),
                    run.progress().state().word());
        }
        return table;
    }

    private static String percent(Score score) {
        return Numbers.percent(score.accuracy());
    }
}
