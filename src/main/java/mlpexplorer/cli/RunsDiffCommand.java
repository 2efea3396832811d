package mlpexplorer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import mlpexplorer.experiment.JsonText;
import mlpexplorer.experiment.SpecDiff;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Score;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `runs diff`.
@Command(name = "diff", description = "Show how the specifications of two runs differ, and whether the runs can be compared fairly.")
final class RunsDiffCommand implements Runnable {
    private final Streams streams;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = StoredRun.NAMES)
    private String first;

    @Parameters(index = "1", paramLabel = "RUN", description = "The run to compare it with.")
    private String second;

    @Option(names = "--json", description = "Print a JSON object.")
    private boolean json;

    RunsDiffCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        try (RunStore open = store.open(streams.err())) {
            RunSummary one = StoredRun.named(open, first);
            RunSummary two = StoredRun.named(open, second);
            SpecDiff diff = SpecDiff.of(open.spec(one.id()), open.spec(two.id()));
            if (json) {
                streams.out().println(JsonText.line(object(one, two, diff)));
            } else {
                text(one, two, diff);
            }
        }
    }

    private static ObjectNode object(RunSummary one, RunSummary two, SpecDiff diff) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.putArray("runs").add(one.id()).add(two.id());
        ArrayNode array = object.putArray("differences");
        diff.differences().forEach(each ->
                array.addObject().put("path", each.path()).put("before", each.before()).put("after", each.after()));
        diff.factors().forEach(object.putArray("factors")::add);
        object.put("confounded", diff.isConfounded());
        return object;
    }

    private void text(RunSummary one, RunSummary two, SpecDiff diff) {
        TextTable table = new TextTable().row("", "run " + one.id(), "run " + two.id());
        diff.differences().forEach(each -> table.row(each.path(), each.before(), each.after()));
        row(table, "train", one.progress().metrics().train(), two.progress().metrics().train());
        row(table, "validation", one.progress().metrics().validation(), two.progress().metrics().validation());
        row(table, "test", one.progress().metrics().test(), two.progress().metrics().test());
        table.lines().forEach(streams.out()::println);
        streams.out().println(verdict(diff));
    }

    static String verdict(SpecDiff diff) {
        if (diff.differences().isEmpty()) {
            return "the specifications are identical";
        }
        return switch (diff.factors().size()) {
            case 0 -> "only the seeds differ: this is the same experiment";
            case 1 -> "one factor differs: " + diff.factors().getFirst();
            default -> "warning: " + diff.factors().size() + " factors differ (" + String.join(", ", diff.factors())
                    + "), so you cannot tell which one made the difference";
        };
    }

    private static void row(TextTable table, String part, Score one, Score two) {
        table.row(part + " accuracy", Numbers.percent(one.accuracy()), Numbers.percent(two.accuracy()));
        table.row(part + " loss", Numbers.loss(one.loss()), Numbers.loss(two.loss()));
    }
}
