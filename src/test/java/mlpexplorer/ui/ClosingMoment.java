package mlpexplorer.ui;

import static mlpexplorer.Wait.until;

import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.data.io.CsvReader;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.labs.AssignmentBundle;
import mlpexplorer.experiment.labs.OptimizerComparison;
import mlpexplorer.nn.GradientCheck;
import mlpexplorer.training.Trainer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// The activity of the window when it is closed. A moment that a fast machine can skip counts as
/// reached when it has passed.
public enum ClosingMoment {
    BEFORE_THE_FIRST_FRAME(Run.ENDLESS, (_, _) -> {}),
    TRAINING(Run.ENDLESS, (window, _) -> train(window)),
    STEPPING(
            Run.HUGE,
            (window, _) -> {
                window.press("#step-button");
                until(() ->
                        window.isRunning("trainer", Trainer.class)
                                || window.text("#status-epoch").endsWith(" 1"));
            }),
    LOOKING_AT_THE_PAST(
            Run.ENDLESS,
            (window, _) -> {
                pause(window);
                window.press("#time-back");
                window.press("#time-play");
                until(() -> window.text("#status-phase").equals("Paused"));
            }),
    SWEEPING(
            "training.stop.epochs=500 data.samples=60",
            (window, _) -> {
                window.press("#sweep-page-button");
                window.press("#sweep-run");
                until(() -> window.progress("#sweep-progress") > 0);
            }),
    SWEEPING_SLOWLY_BESIDE_TRIALS_OF_CAPACITY(
            Run.SLOW,
            (window, _) -> {
                until(() -> window.isRunning("capacity-", Trainer.class));
                window.press("#sweep-page-button");
                window.press("#sweep-run");
                until(() -> window.isRunning("sweep-1", RunLoop.class));
            }),
    COMPUTING_IN_LABS(
            Run.SLOW,
            (window, _) -> {
                window.startLab("batch-lab");
                until(() -> window.isRunning("labs-1", OptimizerComparison.class));
                window.startLab("optimizer-race");
                until(() -> window.isRunning("labs-2", OptimizerComparison.class));
                window.startLab("gradient-check");
                until(() -> window.isRunning("labs-3", GradientCheck.class));
            }),
    DOWNLOADING(
            Run.ENDLESS,
            (window, _) -> {
                window.choose("menu-file-mnist");
                window.press("#mnist-start-button");
                until(() -> window.text("#mnist-figures").contains("MB"));
            }),
    READING_A_TABLE(
            Run.ENDLESS,
            (window, _) -> {
                window.choose("menu-file-open");
                until(() ->
                        window.isRunning("files-", CsvReader.class)
                                || window.text("#status-notice").contains("table.csv"));
            }),
    ASKING_HOW_TO_SAVE(
            Run.ENDLESS,
            (window, _) -> {
                window.choose("menu-file-save-loss");
                until(() -> window.isVisible("#picture-sheet"));
            }),
    CHOOSING_A_FILE(Run.ENDLESS, (window, _) -> window.choose("menu-file-save-spec")),
    SAVING_A_PICTURE(
            Run.ENDLESS,
            (window, _) -> {
                window.choose("menu-file-save-window");
                window.press("#picture-scale-4");
                window.press("#picture-save-button");
            }),
    SAVING_WEIGHTS(
            "model.hidden=[1024,1024,512,512]",
            (window, saved) -> {
                window.choose("menu-file-save-weights");
                until(() ->
                        window.isRunning("files-", AtomicFile.class)
                                || isSaved(saved, "weights.npz"));
            }),
    SAVING_A_FILM(
            Run.WIDE,
            (window, saved) -> {
                window.press("#step-button");
                until(() -> window.text("#status-epoch").endsWith(" 1"));
                window.press("#time-animation");
                window.press("#animation-save");
                until(() ->
                        window.isRunning("animation-", AtomicFile.class)
                                || isSaved(saved, "boundary.gif"));
            }),
    SAVING_A_BUNDLE(
            "model.hidden=[32,32]",
            (window, saved) -> {
                window.press("#step-button");
                until(() -> window.text("#status-epoch").endsWith(" 1"));
                window.choose("menu-file-save-bundle");
                until(() ->
                        window.isRunning("files-", AssignmentBundle.class)
                                || isSaved(saved, "assignment.zip"));
            }),
    LAYING_OUT_A_BUNDLE(
            Run.ENDLESS,
            (window, saved) -> {
                window.choose("menu-file-save-bundle");
                until(() ->
                        window.text("#status-notice").startsWith("Rendering")
                                || isSaved(saved, "assignment.zip"));
            });

    /// Settings of the initial run of the window.
    private static final class Run {
        static final String ENDLESS = "training.stop.epochs=100000000";

        /// Each update takes some hundredths of a second.
        static final String SLOW = "model.hidden=[256,256] data.samples=1000";

        /// An update takes a second.
        static final String HUGE =
                "model.hidden=[512,512,512] data.samples=2000 training.batch=\"full\"";

        /// Each picture takes some tenths of a second.
        static final String WIDE = "model.hidden=[256,256] data.samples=200";
    }

    private final String settings;
    private final BiConsumer<WindowDriver, Path> steps;

    /// @param steps operate the window until the moment is reached; the second argument is the
    ///   folder of saved files
    ClosingMoment(String settings, BiConsumer<WindowDriver, Path> steps) {
        this.settings = settings;
        this.steps = steps;
    }

    String settings() {
        return settings;
    }

    /// Whether the window is closed while it asks for a file, not after the steps.
    boolean isWhenAsked() {
        return this == CHOOSING_A_FILE || this == SAVING_A_PICTURE;
    }

    boolean isSaving() {
        return name().startsWith("SAVING");
    }

    void reach(WindowDriver window, Path saved) {
        steps.accept(window, saved);
    }

    /// Whether the folder contains a file whose name has this ending.
    private static boolean isSaved(Path folder, String name) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void train(WindowDriver window) {
        window.press("#train-button");
        until(() ->
                window.text("#status-phase").equals("Training")
                        && !window.text("#status-epoch").endsWith(" 0"));
    }

    private static void pause(WindowDriver window) {
        train(window);
        window.press("#train-button");
        until(() -> window.text("#status-phase").equals("Paused"));
    }
}
