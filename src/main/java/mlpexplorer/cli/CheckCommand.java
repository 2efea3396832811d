package mlpexplorer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.Split;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.JsonText;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.WeightsJson;
import mlpexplorer.nn.GradientCheck;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Regularizer;
import mlpexplorer.nn.Require;
import mlpexplorer.nn.Samples;
import mlpexplorer.nn.Workspace;
import mlpexplorer.training.Divergence;
import mlpexplorer.training.StopRule;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// `check`: back-propagation against finite differences.
@Command(
        name = "check",
        description =
                "Check the gradients of back-propagation against finite differences; exit code 1 if"
                        + " a block is WRONG.")
final class CheckCommand implements Callable<Integer> {
    private static final int DEFAULT_ROWS = 32;
    private static final int MAX_ENTRIES = 1_000;

    /// Up to this number of parameters, the gradients are printed by default.
    private static final int SMALL = 64;

    private final Console console;

    @Mixin private SpecOptions options = new SpecOptions();

    @Option(
            names = "--trained",
            paramLabel = "EPOCHS",
            description = "Train for this many epochs first (default: 0, the initial weights).")
    private int epochs;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "Use the first N training rows (default: 32, or all if there are fewer).")
    private @Nullable Integer rows;

    @Option(
            names = "--step",
            paramLabel = "H",
            description = "Half-width of the central difference (default: ${DEFAULT-VALUE}).")
    private double step = GradientCheck.DEFAULT_STEP;

    @Option(
            names = "--entries",
            paramLabel = "N",
            description =
                    "Check at most N evenly spaced entries of each block (default:"
                            + " ${DEFAULT-VALUE}).")
    private int entries = MAX_ENTRIES;

    @Option(
            names = "--gradients",
            description = "Print the gradients as well (always printed for small networks).")
    private boolean gradients;

    @Option(names = "--json", description = "Print the result as a JSON object.")
    private boolean json;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RunStart start = options.start();
        RunSpec spec = start.spec();
        Split split = spec.splitData();
        console.explain(split.dataset(), start.spec().model());
        Samples train = split.train();
        int wanted = rows == null ? Math.min(DEFAULT_ROWS, train.rows()) : rows;
        int count = inRange(() -> Require.between("rows", wanted, 1, train.rows()));
        int limit = inRange(() -> Require.between("entries", entries, 1, Integer.MAX_VALUE));
        Mlp mlp = spec.mlp(split.shape());
        GradientCheck check =
                inRange(() -> new GradientCheck(mlp, spec.training().regularizer(), step, limit));
        Parameters parameters = trained(start, split.shape());
        Report report = report(mlp, check, parameters, train.head(count));
        if (json) {
            console.out().println(report.json());
        } else {
            console.out()
                    .println(
                            "network "
                                    + parameters.shape()
                                    + " on "
                                    + Numbers.count(count, "row")
                                    + ", loss "
                                    + Numbers.number(report.loss())
                                    + ", step "
                                    + Numbers.number(step));
            report.lines().forEach(console.out()::println);
        }
        return report.hasWrongBlock() ? ExitCode.FAILED : ExitCode.DONE;
    }

    private Report report(Mlp mlp, GradientCheck check, Parameters parameters, Samples batch) {
        Regularizer regularizer = check.regularizer();
        Workspace workspace = mlp.workspace(batch.rows());
        workspace.load(batch, 0, batch.rows());
        Parameters gradient = parameters.zeros();
        double loss =
                mlp.lossAndGradient(parameters, workspace, gradient)
                        + regularizer.penalty(parameters);
        regularizer.addGradient(parameters, gradient);
        boolean shown = gradients || parameters.count() <= SMALL;
        return new Report(
                check.run(parameters, batch), loss, Optional.of(gradient).filter(_ -> shown));
    }

    private Parameters trained(RunStart start, DataShape data) {
        if (inRange(() -> Require.between("trained", epochs, 0, StopRule.MAX_EPOCHS)) == 0) {
            return start.initial(data);
        }
        StopRule stop = new StopRule().withEpochs(epochs);
        RunSpec longer = start.spec().withTraining(start.spec().training().withStop(stop));
        RunLoop loop = new RunLoop(new RunStart(longer, start.weights()), System::nanoTime);
        RunResult result = loop.run(() -> false, _ -> {});
        if (result.end().outcome() instanceof Outcome.Diverged(Divergence divergence)) {
            throw UserError.failure(new TrainReport(start, result).divergence(divergence));
        }
        return result.parameters();
    }

    /// Throws a usage error that names an option that is out of range.
    private static <T> T inRange(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw UserError.input("--" + e.getMessage());
        }
    }

    /// The result of `check` as text and as JSON.
    ///
    /// @param loss of the checked rows, including the penalty
    /// @param gradient gradient by back-propagation, if it is printed
    record Report(List<GradientCheck.Block> blocks, double loss, Optional<Parameters> gradient) {

        boolean hasWrongBlock() {
            return blocks.stream()
                    .anyMatch(block -> block.verdict() == GradientCheck.Verdict.WRONG);
        }

        List<String> lines() {
            TextTable table =
                    new TextTable()
                            .row("block", "checked", "kinks", "relative error", "ratio", "verdict");
            for (GradientCheck.Block block : blocks) {
                table.row(
                        block.name(),
                        Numbers.count(block.checked()),
                        Numbers.count(block.kinks()),
                        Numbers.error(block.error()),
                        Numbers.fixed(block.minRatio(), 8)
                                + " to "
                                + Numbers.fixed(block.maxRatio(), 8),
                        block.verdict().name());
            }
            List<String> lines = new ArrayList<>(table.lines());
            gradient.ifPresent(known -> addGradient(known, lines));
            return lines;
        }

        String json() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("verdict", hasWrongBlock() ? "WRONG" : "CORRECT");
            json.put("loss", loss);
            ArrayNode array = json.putArray("blocks");
            for (GradientCheck.Block block : blocks) {
                array.addObject()
                        .put("name", block.name())
                        .put("checked", block.checked())
                        .put("kinks", block.kinks())
                        .put("error", block.error())
                        .put("minRatio", block.minRatio())
                        .put("maxRatio", block.maxRatio())
                        .put("verdict", block.verdict().name());
            }
            gradient.ifPresent(known -> json.set("gradient", WeightsJson.tree(known)));
            return JsonText.line(json);
        }

        private static void addGradient(Parameters gradient, List<String> lines) {
            for (int l = 0; l < gradient.layers(); l++) {
                lines.add("");
                lines.add("gradient of W" + (l + 1));
                addRows(gradient.weights(l), gradient.fanOut(l), lines);
                lines.add("gradient of b" + (l + 1));
                addRows(gradient.biases(l), gradient.fanOut(l), lines);
            }
        }

        private static void addRows(double[] values, int columns, List<String> lines) {
            TextTable table = new TextTable();
            for (int from = 0; from < values.length; from += columns) {
                String[] cells = new String[columns + 1];
                cells[0] = "";
                for (int i = 0; i < columns; i++) {
                    cells[i + 1] = Numbers.number(values[from + i]);
                }
                table.row(cells);
            }
            lines.addAll(table.lines());
        }
    }
}
