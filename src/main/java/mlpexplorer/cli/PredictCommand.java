package mlpexplorer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.JsonText;
import mlpexplorer.experiment.ModelFile;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.experiment.export.PredictionJob;
import mlpexplorer.experiment.export.Predictor;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.StoredModel;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Task;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;

/// `predict` and `evaluate`: a trained network on other data.
final class PredictCommand {
    private static final int MAX_CLASSES = 20;

    private PredictCommand() {}

    /// Options and output shared by both commands.
    abstract static class OnData implements Callable<Integer> {
        final Console console;

        @ArgGroup(multiplicity = "1")
        private Source source = new Source();

        @Mixin private StoreOptions store = new StoreOptions();

        @Parameters(
                arity = "1..2",
                paramLabel = "DATA",
                description =
                        "A CSV file, NumPy .npy array or IDX file of images; for .npy and IDX"
                                + " optionally a second file with the labels.")
        private List<Path> files = new ArrayList<>();

        @Option(names = "--json", description = "Print a JSON object.")
        private boolean json;

        private static final class Source {
            @Option(names = "--run", paramLabel = "RUN", description = StoredRun.NAMES)
            private @Nullable String run;

            @Option(
                    names = "--model",
                    paramLabel = "FILE.mlpm.zip",
                    description = "A model file, written by train --out or runs export.")
            private @Nullable Path model;
        }

        OnData(Console console) {
            this.console = console;
        }

        TrainedModel model() {
            if (source.model != null) {
                return ModelFile.read(source.model);
            }
            try (RunStore open = store.open(console.err())) {
                return StoredModel.of(open, StoredRun.named(open, String.valueOf(source.run)))
                        .read();
            }
        }

        /// Runs `work` on the data with a progress bar.
        Predictor run(TrainedModel model, Work work) throws IOException {
            PredictionJob job =
                    new PredictionJob(model, files.getFirst(), files.stream().skip(1).findFirst());
            long began = System.nanoTime();
            try (TerminalLine line = new TerminalLine(console.terminal(), true);
                    ShutdownSignal interrupt = new ShutdownSignal()) {
                return work.on(
                        job,
                        share -> {
                            if (interrupt.asked()) {
                                throw UserError.failure(
                                        "Stopped before all rows were predicted; nothing was"
                                                + " written.");
                            }
                            line.show(() -> progress(share, (System.nanoTime() - began) * 1e-9));
                        });
            }
        }

        interface Work {
            Predictor on(PredictionJob job, DoubleConsumer progress) throws IOException;
        }

        private static String progress(double share, double seconds) {
            return ProgressBar.bar(share) + ProgressBar.timeLeft(share, seconds);
        }

        void report(TrainedModel model, Predictor predictor, Optional<Path> written) {
            if (json) {
                console.out().println(JsonText.line(object(model, predictor)));
            } else {
                console.out()
                        .println(
                                Numbers.count(predictor.rows(), "row")
                                        + written.map(file -> " written to " + file).orElse(""));
                lines(model, predictor).forEach(console.out()::println);
            }
            console.out().flush();
        }

        private static ObjectNode object(TrainedModel model, Predictor predictor) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("rows", predictor.rows()).put("labelled", predictor.labeled());
            if (predictor.labeled() > 0) {
                Task.Metric metric = model.task().metric();
                json.put("loss", predictor.score().loss());
                json.put(metric.key(), predictor.score().metric());
                if (metric == Task.Metric.R2) {
                    json.put("rmse", predictor.rootMeanSquaredError());
                    return json;
                }
                model.classes().forEach(json.putArray("classes")::add);
                ArrayNode matrix = json.putArray("confusion");
                for (int truth = 0; truth < model.classes().size(); truth++) {
                    ArrayNode row = matrix.addArray();
                    for (int c = 0; c < model.classes().size(); c++) {
                        row.add(predictor.confusion(truth, c));
                    }
                }
            }
            return json;
        }

        private static List<String> lines(TrainedModel model, Predictor predictor) {
            List<String> lines = new ArrayList<>();
            if (predictor.labeled() == 0) {
                return lines;
            }
            lines.add(predictor.measured());
            List<String> classes = model.classes();
            if (!classes.isEmpty() && classes.size() <= MAX_CLASSES) {
                List<String> head = new ArrayList<>(List.of("true \\ predicted"));
                head.addAll(classes);
                TextTable table = new TextTable().row(head.toArray(String[]::new));
                for (int truth = 0; truth < classes.size(); truth++) {
                    List<String> row = new ArrayList<>(List.of(classes.get(truth)));
                    for (int c = 0; c < classes.size(); c++) {
                        row.add(Numbers.count(predictor.confusion(truth, c)));
                    }
                    table.row(row.toArray(String[]::new));
                }
                lines.addAll(table.lines());
            }
            return lines;
        }
    }

    /// `predict`.
    @Command(
            name = "predict",
            description =
                    "Predict the rows of a data file with a trained network, and write a CSV file"
                            + " with row, class and the probability of each class, or in regression"
                            + " row and value.")
    static final class Predict extends OnData {
        @Option(
                names = "--out",
                paramLabel = "FILE.csv",
                required = true,
                description = "The file for the predictions.")
        private Path out = Path.of("predictions.csv");

        @Option(
                names = "--kaggle",
                description = "Write the columns ImageId (from 1) and Label instead.")
        private boolean kaggle;

        Predict(Console console) {
            super(console);
        }

        @Override
        public Integer call() throws IOException {
            TrainedModel model = model();
            Predictor predictor = run(model, (job, progress) -> job.write(out, kaggle, progress));
            report(model, predictor, Optional.of(out));
            return ExitCode.DONE;
        }
    }

    /// `evaluate`.
    @Command(
            name = "evaluate",
            description =
                    "Measure loss, accuracy and confusion of a trained network on a data file; in"
                            + " regression loss, R² and the root mean squared error.")
    static final class Evaluate extends OnData {
        Evaluate(Console console) {
            super(console);
        }

        @Override
        public Integer call() throws IOException {
            TrainedModel model = model();
            Predictor predictor = run(model, PredictionJob::evaluate);
            report(model, predictor, Optional.empty());
            return ExitCode.DONE;
        }
    }
}
