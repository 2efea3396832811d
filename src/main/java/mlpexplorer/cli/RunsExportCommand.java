package mlpexplorer.cli;

import mlpexplorer.data.Split;
import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.AtomicFile.Content;
import mlpexplorer.experiment.ModelFile;
import mlpexplorer.experiment.Npz;
import mlpexplorer.experiment.RunExport;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.experiment.export.OnnxFile;
import mlpexplorer.experiment.export.TrainingScript;
import mlpexplorer.experiment.labs.AssignmentBundle;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.experiment.store.StoredModel;
import mlpexplorer.training.TwoThreads;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/// `runs export`: writes stored runs to files.
@Command(
        name = "export",
        description =
                "Write spec.json and metrics.csv of runs, model.npz of runs that have ended, and"
                        + " initial.npz of runs with given initial weights; or, with --to, another"
                        + " format.")
final class RunsExportCommand implements Callable<Integer> {
    private final Console console;
    private final RunPictures pictures;

    @Spec private CommandSpec command;

    @Mixin private StoreOptions store = new StoreOptions();

    @Parameters(paramLabel = "RUN", arity = "1..*", description = StoredRun.NAMES)
    private List<String> names;

    @Option(
            names = "--to",
            paramLabel = "FORMAT",
            description =
                    "onnx: the trained network for other programs. model: a model file for"
                        + " predictions and further training. numpy, pytorch: a script that trains"
                        + " the run, with its data. bundle: an assignment bundle. All but onnx,"
                        + " numpy and pytorch train the run again.")
    private @Nullable Format format;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description =
                    "Output folder, or output file for a single-file format (default: run-NUMBER"
                            + " with the extension of the format). Several runs are written to"
                            + " run-NUMBER in this folder.")
    private @Nullable Path out;

    /// A format of `--to`.
    enum Format {
        onnx(".onnx", "an ONNX model is a file, for example model.onnx"),
        model(ModelFile.SUFFIX, "a model is a file, for example model" + ModelFile.SUFFIX),
        bundle(".zip", "a bundle is a file, for example homework.zip"),
        numpy("-numpy", ""),
        pytorch("-pytorch", "");

        private final String ending;
        private final String file;

        Format(String ending, String file) {
            this.ending = ending;
            this.file = file;
        }
    }

    RunsExportCommand(Console console, RunPictures pictures) {
        this.console = console;
        this.pictures = pictures;
    }

    @Override
    public Integer call() throws IOException {
        if (format == null && out == null) {
            throw new ParameterException(
                    command.commandLine(), "Missing required option: '--out=PATH'");
        }
        try (RunStore open = store.open(console.err())) {
            List<RunSummary> runs =
                    names.stream().map(name -> StoredRun.named(open, name)).distinct().toList();
            for (RunSummary run : runs) {
                Path target = target(run, runs.size() > 1);
                if (format == null) {
                    new RunExport(target)
                            .write(
                                    open.spec(run.id()),
                                    open.metrics(run.id()),
                                    open.updates(run.id()),
                                    weights(open, run));
                } else {
                    export(open, run, target, format);
                }
                console.out().println("run " + run.id() + " written to " + target);
            }
        }
        return ExitCode.DONE;
    }

    private Path target(RunSummary run, boolean several) {
        String name = "run-" + run.id() + (format == null ? "" : format.ending);
        if (out == null) {
            return Path.of(name);
        }
        return several ? out.resolve(name) : out;
    }

    /// By the names of their files.
    private static Map<String, byte[]> weights(RunStore store, RunSummary run) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        store.start(run.id())
                .weights()
                .ifPresent(given -> files.put(RunExport.INITIAL, Npz.bytes(given)));
        store.weights(run.id()).ifPresent(npz -> files.put(RunExport.MODEL, npz));
        return files;
    }

    private void export(RunStore open, RunSummary run, Path target, Format wanted)
            throws IOException {
        if (!wanted.file.isEmpty()) {
            AtomicFile.requireFile(target, wanted.file);
        }
        switch (wanted) {
            case onnx ->
                    AtomicFile.write(target, OnnxFile.content(StoredModel.of(open, run).read()));
            case model -> ModelFile.write(target, continued(open, run));
            case numpy -> script(open, run, target, TrainingScript.Library.NUMPY);
            case pytorch -> script(open, run, target, TrainingScript.Library.PYTORCH);
            case bundle -> {
                RunStart start = StoredRun.requireUntouched(open, run);
                RunPictures.Look look = new RunPictures.Look(false, 2);
                try (ProgressBar bar = bar(run)) {
                    RunPictures.Drawn drawn = pictures.draw(start, look, () -> false, bar::show);
                    AssignmentBundle.of(start.spec(), drawn.result(), _ -> drawn.pictures())
                            .write(target);
                }
            }
        }
    }

    private void script(
            RunStore open, RunSummary run, Path folder, TrainingScript.Library library) {
        RunStart start = StoredRun.requireUntouched(open, run);
        Split split = start.spec().splitData();
        SequencedMap<String, Content> files =
                new TrainingScript(start, split, open.metrics(run.id())).files(library);
        new RunExport(folder).write(files);
    }

    /// The trained network with the state of its training. The database does not store the state,
    /// so the run is trained again. If the weights differ, because of live changes or another
    /// machine, the model has no state.
    private TrainedModel continued(RunStore open, RunSummary run) {
        TrainedModel stored = StoredModel.of(open, run).read();
        RunStart start = open.start(run.id());
        AtomicBoolean ended = new AtomicBoolean();
        RunLoop loop = new RunLoop(start, () -> 0);
        try (ProgressBar bar = bar(run);
                TwoThreads threads = new TwoThreads()) {
            loop.use(threads);
            loop.run(
                    ended::get,
                    metrics -> {
                        bar.show(metrics);
                        ended.set(metrics.epoch() >= run.progress().epochs());
                    });
        }
        TrainedModel again = loop.model(start.spec());
        if (Arrays.equals(Npz.bytes(again.parameters()), Npz.bytes(stored.parameters()))) {
            return again;
        }
        console.err()
                .println(
                        Cli.NAME
                                + ": Run "
                                + run.id()
                                + " could not be reproduced bit for bit, so its model predicts but"
                                + " cannot continue the training.");
        return stored;
    }

    private ProgressBar bar(RunSummary run) {
        int epochs = (int) Math.max(1, run.progress().epochs());
        return new ProgressBar(console.terminal(), epochs, true);
    }
}
