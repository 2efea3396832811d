package mlpexplorer.cli;

import mlpexplorer.data.io.AtomicFile.Content;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.ModelFile;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunEnd;
import mlpexplorer.experiment.RunExport;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.TrainedModel;
import mlpexplorer.experiment.store.LoopRecording;
import mlpexplorer.experiment.store.Recording;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.experiment.store.StoreException;
import mlpexplorer.nn.Numbers;
import mlpexplorer.training.Divergence;
import mlpexplorer.training.StopRule.StopReason;
import mlpexplorer.training.TwoThreads;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

/// `train`: one run from start to end.
@Command(name = "train", description = "Train a network and print its scores.")
final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Mixin private SpecOptions options = new SpecOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Write spec.json, metrics.csv, initial.npz, model.npz, model.json,"
                            + " model.mlpm.zip, split.csv and data.csv to this folder.")
    private @Nullable Path folder;

    @Mixin private RecordOptions record = new RecordOptions();

    @Option(names = "--json", description = "Print the result as a JSON object.")
    private boolean json;

    @Option(names = "--quiet", description = "Print only errors and the output of --json.")
    private boolean quiet;

    private OptionalLong number = OptionalLong.empty();

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RunStart start = options.start();
        Optional<RunExport> export =
                folder == null ? Optional.empty() : Optional.of(new RunExport(folder));
        RunLoop loop = new RunLoop(start, System::nanoTime);
        requireUnfinished(start, loop);
        TrainReport report;
        try (ShutdownSignal interrupt = new ShutdownSignal()) {
            printHeader(start, loop);
            report = new TrainReport(start, options.visible(run(loop, start, interrupt)));
            if (export.isPresent()) {
                SequencedMap<String, Content> files =
                        RunExport.files(export.get().placed(start.spec()), report.result());
                TrainedModel model = options.visible(loop.model(start.spec()));
                files.put(
                        RunExport.MODEL_FILE,
                        ModelFile.content(model.withSpec(export.get().placed(model.spec()))));
                export.get().write(files);
            }
            printResult(report, export.isPresent());
        }
        if (report.result().end().outcome() instanceof Outcome.Diverged(Divergence divergence)) {
            throw UserError.failure(report.divergence(divergence));
        }
        return ExitCode.DONE;
    }

    /// Throws [UserError] if the training of a model has already ended.
    private static void requireUnfinished(RunStart start, RunLoop loop) {
        RunEnd end = loop.result().end();
        if (end.outcome() instanceof Outcome.Finished(StopReason reason)) {
            throw UserError.input(
                    switch (reason) {
                        case EPOCHS_DONE ->
                                "The model has been trained for "
                                        + Numbers.count(end.epochs(), "epoch")
                                        + ", and training.stop.epochs is "
                                        + Numbers.count(start.spec().training().stop().epochs())
                                        + "; allow more, for example --set training.stop.epochs="
                                        + 2 * end.epochs()
                                        + ".";
                        case LOSS_REACHED -> ended("loss");
                        case LOSS_SETTLED -> ended("tolerance");
                        case PATIENCE_EXHAUSTED -> ended("patience");
                        case TIME_UP -> ended("seconds");
                    });
        }
    }

    private static String ended(String rule) {
        String setting = "training.stop." + rule;
        return "The training of the model was ended by "
                + setting
                + "; change it, or continue without it: --set "
                + setting
                + "=null.";
    }

    private RunResult run(RunLoop loop, RunStart start, ShutdownSignal signal) {
        int epochs = start.spec().training().stop().epochs();
        try (RunRecording keeping =
                        new RunRecording(options.recorder(record, console), start, loop);
                ProgressBar bar = new ProgressBar(console.terminal(), epochs, !quiet);
                TwoThreads lanes = new TwoThreads()) {
            loop.use(lanes);
            RunResult result =
                    loop.run(
                            signal::asked,
                            metrics -> {
                                bar.show(metrics);
                                keeping.poll(loop);
                            });
            number = keeping.finish(result);
            return result;
        }
    }

    private void printHeader(RunStart start, RunLoop loop) {
        if (!quiet) {
            console.explain(loop.split().dataset(), start.spec().model());
        }
        if (!quiet && !json) {
            options.preset()
                    .ifPresent(preset -> {
                        console.out().println(preset.title() + ". " + preset.description());
                        console.out().println("expected: " + preset.expected());
                    });
            console.out().println(TrainReport.subject(start, loop.split()));
            console.out().flush();
        }
    }

    private void printResult(TrainReport report, boolean written) {
        if (json) {
            console.out().println(report.json());
        } else if (!quiet) {
            report.lines().forEach(console.out()::println);
            number.ifPresent(run -> console.out().println("saved as run " + run));
            if (written) {
                console.out().println("written to " + folder);
            }
        }
        console.out().flush();
    }

    /// Records a run in the database during training.
    private static final class RunRecording implements AutoCloseable {
        private final Optional<RunRecorder> recorder;
        private final Optional<LoopRecording> recording;

        /// @param recorder closed after the run
        RunRecording(Optional<RunRecorder> recorder, RunStart start, RunLoop loop) {
            this.recorder = recorder;
            this.recording =
                    recorder.map(open ->
                            new LoopRecording(
                                    open, start, loop.started(), List.of(), Duration.ZERO));
            long parameters = start.spec().parameterCount(loop.split().shape());
            // Does not wait for the database, which is opened in the background.
            recording.ifPresent(run -> run.begin(parameters));
        }

        /// Call after each epoch.
        void poll(RunLoop loop) {
            recording.ifPresent(run -> run.progress(loop));
        }

        /// Records the end, and returns the number of the run if it was stored.
        OptionalLong finish(RunResult result) {
            if (recording.isEmpty()) {
                return OptionalLong.empty();
            }
            Recording written =
                    recording
                            .get()
                            .finish(
                                    result.log(),
                                    result.losses(),
                                    result.end(),
                                    result.parameters());
            try {
                boolean lasting = recorder.orElseThrow().isPersistent();
                return lasting
                        ? written.id().map(OptionalLong::of).orElseGet(OptionalLong::empty)
                        : OptionalLong.empty();
            } catch (StoreException e) {
                return OptionalLong.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return OptionalLong.empty();
            }
        }

        @Override
        public void close() {
            recorder.ifPresent(RunRecorder::close);
        }
    }
}
