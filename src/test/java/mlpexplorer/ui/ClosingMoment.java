package mlpexplorer.ui;

import java.util.function.Consumer;

/// What a window is in the middle of when it is closed.
public enum ClosingMoment {
    BEFORE_THE_FIRST_FRAME(Run.QUICK, hand -> {}),
    TRAINING(Run.QUICK, ClosingMoment::train),
    STEPPING(
            Run.HUGE,
            hand -> {
                hand.press("#step-button");
                hand.until(() -> hand.isDoing("trainer", "Trainer"));
            }),
    LOOKING_AT_THE_PAST(
            Run.QUICK,
            hand -> {
                pause(hand);
                hand.press("#time-back");
                hand.press("#time-play");
                hand.until(() -> hand.words("#status-phase").equals("Paused"));
            }),
    SWEEPING(
            "training.stop.epochs=4000 data.samples=60",
            hand -> {
                hand.press("#sweep-page-button");
                hand.press("#sweep-run");
                hand.until(() -> hand.progress("#sweep-progress") > 0);
            }),
    SWEEPING_SLOWLY_BESIDE_TRIALS_OF_CAPACITY(
            Run.SLOW,
            hand -> {
                hand.press("#sweep-page-button");
                hand.press("#sweep-run");
                hand.until(() ->
                        hand.isDoing("sweep-1", "RunLoop")
                                && hand.isDoing("capacity-", "TrainedCandidate"));
            }),
    COMPUTING_IN_LABS(
            Run.SLOW,
            hand -> {
                hand.startLab("gradient-check");
                hand.startLab("batch-lab");
                hand.startLab("init-lab");
                hand.until(() ->
                        hand.isDoing("labs-1", "GradientCheck")
                                && hand.isDoing("labs-2", "OptimizerComparison")
                                && hand.isDoing("labs-3", "OptimizerComparison"));
            }),
    DOWNLOADING(
            Run.QUICK,
            hand -> {
                hand.choose("menu-file-mnist");
                hand.press("#mnist-start-button");
                hand.until(() -> hand.words("#mnist-figures").contains("MB"));
            }),
    READING_A_TABLE(
            Run.QUICK,
            hand -> {
                hand.choose("menu-file-open");
                hand.until(() -> hand.isDoing("files-", "CsvReader"));
            }),
    ASKING_HOW_TO_SAVE(
            Run.QUICK,
            hand -> {
                hand.choose("menu-file-save-loss");
                hand.until(() -> hand.isSeen("#picture-sheet"));
            }),
    CHOOSING_A_FILE(Run.QUICK, hand -> hand.choose("menu-file-save-spec")),
    SAVING_A_PICTURE(
            Run.QUICK,
            hand -> {
                hand.choose("menu-file-save-window");
                hand.press("#picture-scale-4");
                hand.press("#picture-save-button");
            }),
    SAVING_WEIGHTS(
            "model.hidden=[1024,1024,1024,1024]",
            hand -> {
                hand.choose("menu-file-save-weights");
                hand.until(() -> hand.isDoing("files-", "Npz"));
            }),
    SAVING_A_FILM(
            Run.SLOW,
            hand -> {
                hand.press("#step-button");
                hand.until(() -> hand.words("#status-epoch").endsWith(" 1"));
                hand.press("#time-film");
                hand.press("#film-save");
                hand.until(() ->
                        hand.isDoing("film-", "GifWriter") || hand.progress("#film-progress") > 0);
            }),
    SAVING_A_BUNDLE(
            Run.SLOW,
            hand -> {
                hand.press("#step-button");
                hand.until(() -> hand.words("#status-epoch").endsWith(" 1"));
                hand.choose("menu-file-save-bundle");
                hand.until(() -> hand.isDoing("files-", "AssignmentBundle"));
            }),
    LAYING_OUT_A_BUNDLE(
            Run.QUICK,
            hand -> {
                hand.choose("menu-file-save-bundle");
                hand.until(() -> hand.words("#status-notice").startsWith("Rendering"));
            });

    /// Settings of the run that the window opens with.
    private static final class Run {
        static final String QUICK = "training.stop.epochs=100000000";

        /// Each update takes some hundredths of a second.
        static final String SLOW = "model.hidden=[512,512] data.samples=2000";

        /// Each update takes seconds.
        static final String HUGE =
                "model.hidden=[1024,1024,1024] data.samples=5000 training.batch=\"full\"";
    }

    private final String settings;
    private final Consumer<Hand> steps;

    ClosingMoment(String settings, Consumer<Hand> steps) {
        this.settings = settings;
        this.steps = steps;
    }

    String settings() {
        return settings;
    }

    /// Whether what is left on the disk is what matters, so that nothing may be waited for when the
    /// window is closed.
    boolean isAboutFiles() {
        return name().startsWith("SAVING");
    }

    /// Whether the window is closed as soon as it has asked for a file, not when the steps are
    /// done.
    boolean isWhenAsked() {
        return this == CHOOSING_A_FILE || this == SAVING_A_PICTURE;
    }

    void reach(Hand hand) {
        steps.accept(hand);
    }

    private static void train(Hand hand) {
        hand.press("#train-button");
        hand.until(() ->
                hand.words("#status-phase").equals("Training")
                        && !hand.words("#status-epoch").endsWith(" 0"));
    }

    private static void pause(Hand hand) {
        train(hand);
        hand.press("#train-button");
        hand.until(() -> hand.words("#status-phase").equals("Paused"));
    }
}
