package mlpexplorer.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.JsonText;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.labs.RateRange;
import mlpexplorer.nn.Numbers;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `rate-range`: the learning-rate range test.
@Command(
        name = "rate-range",
        description =
                "Train with an exponentially growing learning rate, and suggest a rate (Smith"
                        + " 2015).")
final class RateRangeCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private SpecOptions options = new SpecOptions();

    @Option(
            names = "--from",
            paramLabel = "RATE",
            description = "Rate of the first update (default: 1e-5).")
    private double from = RateRange.DEFAULT_FROM;

    @Option(
            names = "--to",
            paramLabel = "RATE",
            description = "Rate of the last update (default: 10).")
    private double to = RateRange.DEFAULT_TO;

    @Option(
            names = "--updates",
            paramLabel = "N",
            description = "Number of updates (default: ${DEFAULT-VALUE}).")
    private int updates = RateRange.DEFAULT_UPDATES;

    @Option(
            names = "--out",
            paramLabel = "FILE.csv",
            description = "Write rate and loss of every update.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the result as a JSON object.")
    private boolean json;

    RateRangeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RateRange test = test();
        if (out != null) {
            AtomicFile.requireFile(out, "the table of rates is a file, for example rates.csv");
        }
        RateRange.Report report = test.run(() -> false, _ -> {}, System::nanoTime);
        if (out != null) {
            AtomicFile.write(out, report.table());
        }
        console.out().println(json ? json(report) : text(report));
        return ExitCode.DONE;
    }

    /// Throws a usage error that names an option that is out of range.
    private RateRange test() {
        RunStart start = options.start();
        try {
            return new RateRange(start, from, to, updates);
        } catch (IllegalArgumentException e) {
            throw UserError.input("--" + e.getMessage());
        }
    }

    private static String text(RateRange.Report report) {
        String end =
                report.diverged()
                        ? "diverged after " + Numbers.count(report.points().size(), "update") + "; "
                        : Numbers.count(report.points().size(), "update") + "; ";
        return end
                + report.suggestion()
                        .map(found ->
                                "suggested range "
                                        + Numbers.number(found.from())
                                        + " to "
                                        + Numbers.number(found.to())
                                        + ", rate "
                                        + Numbers.exact(found.rate()))
                        .orElse("no suggestion, since the loss fell by less than 5%");
    }

    private static String json(RateRange.Report report) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("updates", report.points().size());
        tree.put("diverged", report.diverged());
        report.suggestion()
                .ifPresent(found ->
                        tree.put("from", found.from())
                                .put("to", found.to())
                                .put("rate", found.rate()));
        return JsonText.line(tree);
    }
}
