package mlpexplorer.cli;

import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunExport;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.labs.AssignmentBundle;
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
                    "Write loss.png, accuracy.png, boundary.png and network.png to this folder; or"
                            + " the same as SVG, with --format svg.")
    private @Nullable Path folder;

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
                    "Format of the pictures in the folder: png (pixels) or svg (vectors). Default:"
                            + " ${DEFAULT-VALUE}.")
    private Format format = Format.png;

    /// A format of pictures.
    enum Format {
        png,
        svg
    }

    @Option(names = "--quiet", description = "Print errors only.")
    private boolean quiet;

    SnapshotCommand(Console console, RunPictures pictures) {
        this.console = console;
        this.pictures = pictures;
    }

    @Override
    public Integer call() throws IOException {
        if (folder == null && bundle == null) {
            throw new ParameterException(
                    command.commandLine(),
                    "There is nothing to write: add --out DIR, --bundle FILE.zip or both");
        }
        if (bundle != null && format == Format.svg) {
            throw new ParameterException(
                    command.commandLine(),
                    "A bundle has PNG pictures: write it without --format svg");
        }
        RunPictures.Look wanted = look.look(format == Format.svg);
        RunStart start = options.start();
        Optional<RunExport> export =
                folder == null ? Optional.empty() : Optional.of(new RunExport(folder));
        requireFolder(bundle);
        try (ShutdownSignal interrupt = new ShutdownSignal()) {
            RunPictures.Drawn drawn = draw(start, wanted, interrupt);
            if (!quiet) {
                console.explain(drawn.result().split().dataset());
            }
            if (export.isPresent()) {
                SequencedMap<String, AtomicFile.Content> files = new LinkedHashMap<>();
                drawn.pictures().forEach((name, bytes) -> files.put(name, out -> out.write(bytes)));
                export.get().write(files);
                tell("written to " + folder + ": " + String.join(", ", files.keySet()));
            }
            if (bundle != null) {
                AssignmentBundle.of(start.spec(), drawn.result(), _ -> drawn.pictures())
                        .write(bundle);
                tell("written to " + bundle);
            }
            if (drawn.result().end().outcome() instanceof Outcome.Diverged(Divergence divergence)) {
                throw UserError.failure(
                        new TrainReport(start, drawn.result()).divergence(divergence));
            }
        }
        return ExitCode.DONE;
    }

    private RunPictures.Drawn draw(RunStart start, RunPictures.Look wanted, ShutdownSignal signal)
            throws IOException {
        int epochs = start.spec().training().stop().epochs();
        try (ProgressBar bar = new ProgressBar(console.terminal(), epochs, !quiet)) {
            return pictures.draw(start, wanted, signal::asked, bar::show);
        }
    }

    /// Checked before training.
    private static void requireFolder(@Nullable Path file) {
        if (file == null) {
            return;
        }
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null && Files.notExists(parent)) {
            throw UserError.input(
                    file + " cannot be written: the folder " + parent + " does not exist.");
        }
        AtomicFile.requireFile(file, "a bundle is a file, for example homework.zip");
    }

    private void tell(String sentence) {
        if (!quiet) {
            console.out().println(sentence);
            console.out().flush();
        }
    }
}
