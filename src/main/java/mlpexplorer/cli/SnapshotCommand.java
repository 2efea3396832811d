package mlpexplorer.cli;

import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunExport;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.labs.AssignmentBundle;
import mlpexplorer.experiment.lesson.Attempt;
import mlpexplorer.experiment.lesson.LessonProgress;
import mlpexplorer.experiment.lesson.LessonRecord;
import mlpexplorer.nn.landscape.WeightPlane;
import mlpexplorer.training.Divergence;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

/// `snapshot`: saves a run as pictures, and as an assignment bundle.
@Command(
        name = "snapshot",
        description = "Train a network and save its plots as pictures; needs no display.")
final class SnapshotCommand implements Callable<Integer> {
    private final Console console;
    private final RunPictures pictures;

    @Spec private CommandSpec command;

    @Mixin private SpecOptions options = new SpecOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Write loss.png, accuracy.png (r2.png of a regression), boundary.png and"
                        + " network.png to this folder; or the same as SVG, with --format svg. A"
                        + " name that ends with .svg is one SVG file of all pictures, below one"
                        + " another.")
    private @Nullable Path out;

    @Option(
            names = "--bundle",
            paramLabel = "FILE.zip",
            description =
                    "Write an assignment bundle: pictures, specification, metrics, weights, data,"
                            + " gradient check and report.")
    private @Nullable Path bundle;

    @Mixin private RenderOptions look = new RenderOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "Format of the pictures in the folder: png (pixels) or svg (vectors)"
                            + " (default: ${DEFAULT-VALUE}).")
    private Format format = Format.png;

    /// A format of pictures.
    enum Format {
        png,
        svg
    }

    @Option(
            names = "--landscape",
            paramLabel = "PLANE",
            description =
                    "Also write landscape.png and landscape.csv: the loss on a plane through weight"
                        + " space, which is pca (principal components of the run's path), random"
                        + " (filter-normalized directions) or line (from the first weights to the"
                        + " last).")
    private @Nullable Plane landscape;

    @Option(
            names = "--landscape-loss",
            paramLabel = "PART",
            description =
                    "Loss of the landscape: train (with penalty) or validation"
                            + " (default: ${DEFAULT-VALUE}).")
    private Loss landscapeLoss = Loss.train;

    @Option(
            names = "--landscape-extent",
            paramLabel = "FACTOR",
            description =
                    "Size of the landscape relative to the default size, 0.01 to 100"
                            + " (default: 1).")
    private double landscapeExtent = 1;

    @Option(
            names = "--landscape-seed",
            paramLabel = "N",
            description = "Seed of the random directions (default: ${DEFAULT-VALUE}).")
    private long landscapeSeed = 1;

    /// A plane through weight space.
    enum Plane {
        pca,
        random,
        line
    }

    /// The loss of a landscape.
    enum Loss {
        train,
        validation
    }

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description =
                    "Train with N seeds of initial weights and batches, and draw the curves as mean"
                            + " and standard deviation (default: 1, or those of the preset).")
    private @Nullable Integer repeats;

    @Option(names = "--quiet", description = "Print errors only.")
    private boolean quiet;

    SnapshotCommand(Console console, RunPictures pictures) {
        this.console = console;
        this.pictures = pictures;
    }

    @Override
    public Integer call() throws IOException {
        boolean single = out != null && out.toString().endsWith(".svg");
        RunPictures.Format made =
                single
                        ? RunPictures.Format.SINGLE_SVG
                        : format == Format.svg ? RunPictures.Format.SVG : RunPictures.Format.PNG;
        if (out == null && bundle == null) {
            throw new ParameterException(
                    command.commandLine(),
                    "There is nothing to write: add --out DIR, --bundle FILE.zip or both");
        }
        if (bundle != null && made != RunPictures.Format.PNG) {
            throw new ParameterException(
                    command.commandLine(), "A bundle has PNG pictures: write it without SVG files");
        }
        if (landscape != null && (out == null || bundle != null)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--landscape writes pictures, not a bundle: add --out, and leave out --bundle");
        }
        RunStart start = options.start();
        if (options.repeats(repeats) > 1 && start.resumed().isPresent()) {
            throw UserError.input(
                    "A continued training has no other seeds; leave out --repeats or --model.");
        }
        Optional<SpecOptions.LessonStep> lesson = options.lesson();
        RunPictures.Look wanted =
                repeated(look.look(made))
                        .with(wantedLandscape())
                        .withTestHidden(
                                lesson.filter(SpecOptions.LessonStep::hidesTest).isPresent());
        Optional<RunExport> export =
                out == null || single ? Optional.empty() : Optional.of(new RunExport(out));
        requireFolder(bundle, "a bundle is a file, for example homework.zip");
        if (single) {
            requireFolder(out, "a picture is a file, for example run.svg");
        }
        try (ShutdownSignal interrupt = new ShutdownSignal()) {
            RunPictures.Drawn drawn = draw(start, wanted, interrupt);
            if (!quiet) {
                console.explain(drawn.result().split().dataset());
            }
            if (export.isPresent()) {
                SequencedMap<String, AtomicFile.Content> files = new LinkedHashMap<>();
                drawn.pictures().forEach((name, bytes) -> files.put(name, out -> out.write(bytes)));
                drawn.losses().ifPresent(losses -> files.put("landscape.csv", losses));
                export.get().write(files);
                print("written to " + out + ": " + String.join(", ", files.keySet()));
            }
            if (single && out != null) {
                byte[] bytes = drawn.pictures().firstEntry().getValue();
                AtomicFile.write(out, file -> file.write(bytes));
                print("written to " + out);
            }
            if (bundle != null) {
                RunResult result = options.visible(drawn.result());
                AssignmentBundle.of(start.spec(), result, _ -> drawn.pictures())
                        .with(lesson.map(at -> record(at, start, result)))
                        .write(bundle);
                print("written to " + bundle);
            }
            if (drawn.result().end().outcome() instanceof Outcome.Diverged(Divergence divergence)) {
                throw UserError.failure(
                        new TrainReport(start, drawn.result()).divergence(divergence));
            }
        }
        return ExitCode.DONE;
    }

    /// The record of this run in its lesson. A bundle contains a gradient check.
    private static LessonRecord record(
            SpecOptions.LessonStep at, RunStart start, RunResult result) {
        LessonProgress progress = new LessonProgress(at.lesson());
        Optional<Attempt> attempt =
                Attempt.of(at.step(), start, result.end(), true, result.parameters().count());
        progress.count();
        attempt.ifPresent(progress::add);
        return progress.record(attempt, result.end().seconds());
    }

    private Optional<RunPictures.Landscape> wantedLandscape() {
        if (landscape == null) {
            return Optional.empty();
        }
        WeightPlane.Kind kind =
                switch (landscape) {
                    case pca -> WeightPlane.Kind.PRINCIPAL;
                    case random -> WeightPlane.Kind.RANDOM;
                    case line -> WeightPlane.Kind.LINE;
                };
        try {
            return Optional.of(
                    new RunPictures.Landscape(
                            kind,
                            landscapeLoss == Loss.validation,
                            landscapeExtent,
                            landscapeSeed));
        } catch (IllegalArgumentException e) {
            throw UserError.input("--landscape-" + e.getMessage());
        }
    }

    private RunPictures.Look repeated(RunPictures.Look once) {
        try {
            return once.withRepeats(options.repeats(repeats));
        } catch (IllegalArgumentException e) {
            throw UserError.input("--" + e.getMessage());
        }
    }

    private RunPictures.Drawn draw(RunStart start, RunPictures.Look wanted, ShutdownSignal signal)
            throws IOException {
        int epochs = start.spec().training().stop().epochs();
        try (ProgressBar bar = new ProgressBar(console.terminal(), epochs, !quiet)) {
            return pictures.draw(start, wanted, signal::asked, bar::show);
        }
    }

    /// Checked before training.
    private static void requireFolder(@Nullable Path file, String what) {
        if (file == null) {
            return;
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null && Files.notExists(parent)) {
            throw UserError.input(
                    file + " cannot be written: the folder " + parent + " does not exist.");
        }
        AtomicFile.requireFile(file, what);
    }

    private void print(String message) {
        if (!quiet) {
            console.out().println(message);
            console.out().flush();
        }
    }
}
