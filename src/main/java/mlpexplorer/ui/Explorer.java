package mlpexplorer.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.VBox;

import mlpexplorer.data.Split;
import mlpexplorer.experiment.Presets;
import mlpexplorer.experiment.Presets.Preset;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.lesson.Lesson;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.StoredSweepRuns;
import mlpexplorer.nn.landscape.WeightPlane;
import mlpexplorer.ui.concurrent.AfterFrames;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.FramePump;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.Lazy;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Overlay;
import mlpexplorer.ui.controls.QuestionDialog;
import mlpexplorer.ui.controls.TextStrip;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.controls.Tooltips;
import mlpexplorer.ui.export.Exports;
import mlpexplorer.ui.export.FileDialogs;
import mlpexplorer.ui.export.FileSaver;
import mlpexplorer.ui.export.PictureSaver;
import mlpexplorer.ui.files.FileActions;
import mlpexplorer.ui.files.ModelActions;
import mlpexplorer.ui.headless.BundleSaver;
import mlpexplorer.ui.labs.LabName;
import mlpexplorer.ui.lesson.LessonForm;
import mlpexplorer.ui.lesson.LessonStrip;
import mlpexplorer.ui.menu.EditMenu;
import mlpexplorer.ui.menu.FileMenu;
import mlpexplorer.ui.menu.HelpMenu;
import mlpexplorer.ui.menu.LabsMenu;
import mlpexplorer.ui.menu.LessonsMenu;
import mlpexplorer.ui.menu.PresetsMenu;
import mlpexplorer.ui.menu.RunMenu;
import mlpexplorer.ui.menu.ViewMenu;
import mlpexplorer.ui.runs.RunAutoSaver;
import mlpexplorer.ui.runs.RunsPage;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.settings.Settings.Session;
import mlpexplorer.ui.sweep.SweepPage;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The explorer behind one scene: composes its parts, updates them on every pulse, and closes them.
public final class Explorer implements AutoCloseable {
    /// Pulses until the window is visible; initialization that is not visible waits until then.
    static final int FIRST_PICTURE = 3;

    private final Workbench workbench;
    private final Jobs jobs = BackgroundJobs.ofFiles("files");
    private final RunRecorder recorder;
    private final FramePump pump;
    private final Overlay window = new Overlay();
    private final TextStrip lesson = new TextStrip("lesson", Feather.BOOK_OPEN);
    private final FileActions fileActions;
    private final PictureSaver pictures;
    private final BundleSaver bundles;
    private final ModelActions models;
    private final ExplorerView view;
    private final Lazy<SweepPage> sweep;

    /// In update order; closed in reverse.
    private final List<LivePart> parts = new ArrayList<>();

    private final Scene scene;
    private final Settings settings;
    private final Runnable onQuit;
    private Supplier<String> saveBeforeClosing = () -> "";

    /// @param onQuit closes the window
    public Explorer(RunSpec initial, Settings settings, FileDialogs dialogs, Runnable onQuit) {
        this.settings = settings;
        this.onQuit = onQuit;
        ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>(settings.theme());
        theme.addListener((_, _, now) -> settings.theme(now));
        scene = new Scene(window, 1280, 800);
        bindTheme(theme.flatMap(ThemeChoice::theme));
        workbench = new Workbench(initial);
        recorder = new RunRecorder(settings.folder().resolve(RunStore.FILE));
        fileActions =
                new FileActions(
                        workbench,
                        jobs,
                        new FileSaver(workbench, dialogs, settings, Settings.Folder.FILES, jobs),
                        window);
        FileSaver saver =
                new FileSaver(workbench, dialogs, settings, Settings.Folder.EXPORTS, jobs);
        pictures = new PictureSaver(workbench, settings, saver, window);
        bundles = new BundleSaver(workbench, saver);
        models = new ModelActions(workbench, jobs, saver, recorder, window);
        Exports exports = new Exports(pictures::save, saver);
        sweep = new Lazy<>(() -> sweep(exports));
        view = new ExplorerView(workbench, jobs, exports, fileActions, sweep);
        RunsPage runs =
                new RunsPage(workbench, recorder, exports, () -> view.pages().show("explore"));
        addParts(runs);
        view.setHeader(
                new Header(
                        workbench,
                        view.pages(),
                        theme,
                        new MenuBar(
                                new FileMenu(
                                        fileActions,
                                        view.namedPictures(),
                                        pictures::save,
                                        new FileMenu.Actions(
                                                models,
                                                window,
                                                view.overlays()::offerMnist,
                                                view::saveCurves,
                                                this::saveBundle,
                                                this::quit)),
                                new EditMenu(
                                        workbench,
                                        fileActions,
                                        () -> pictures.copy(view.pictures().lastTouched())),
                                new RunMenu(workbench),
                                new ViewMenu(view.options(), theme),
                                new PresetsMenu(
                                        workbench,
                                        jobs,
                                        view.overlays()::offerMnist,
                                        this::showLesson),
                                new LabsMenu(view::showLab),
                                new LessonsMenu(
                                        workbench,
                                        jobs,
                                        new LessonsMenu.Actions(
                                                this::startLesson,
                                                fileActions::open,
                                                this::makeLesson,
                                                this::askToEndLesson)),
                                new HelpMenu(window, settings.folder().toString()))));
        listen();
        remember("auto-train", true, workbench.autoTrainProperty());
        remember("network-layout", false, view.pictures().arrangement().networkLayoutProperty());
        remember("test-lock", false, view.lock().lockedProperty());
        remember("capacity", true, view.capacity().expandedProperty());
        remember(
                "landscape-plane",
                WeightPlane.Kind.class,
                view.pictures().landscape().kindProperty());
        remember("landscape-part", Split.Part.class, view.pictures().landscape().partProperty());
        window.setContent(view);
        view.addStrip(lesson);
        LessonStrip steps = new LessonStrip(workbench.lesson(), this::askToEndLesson);
        view.setBottom(new VBox(steps, view.status()));
        view.lock().follow(workbench.lesson());
        fileActions.onLesson(this::startLesson);
        workbench
                .specProperty()
                .addListener((_, before, after) -> {
                    if (before.data().getClass() != after.data().getClass()) {
                        lesson.hide();
                    }
                });
        if (!settings.hintsDismissed()) {
            view.addStrip(new FirstSteps(workbench, settings::dismissFirstSteps));
        }
        settings.session().ifPresent(this::restore);
        pump = new FramePump(this::pulse);
        pump.start();
        AfterFrames.run(FIRST_PICTURE, () -> runs.loadPinned(System.nanoTime()));
    }

    /// Connects the pages, and lists what is updated on every pulse.
    private void addParts(RunsPage runs) {
        RunAutoSaver autoSaver = new RunAutoSaver(workbench, recorder);
        autoSaver.countReveals(view.lock().revealsProperty());
        saveBeforeClosing = autoSaver::saveBeforeClosing;
        view.status().showUnsaved(autoSaver.unsavedProperty());
        runs.testHiddenProperty().bind(view.lock().activeProperty());
        models.testHiddenProperty().bind(view.lock().hiddenProperty());
        view.lock().forcedProperty().subscribe(recorder::omitTest);
        runs.pinnedProperty().addListener((_, _, pinned) -> view.pictures().showPinned(pinned));
        view.addPages(runs::view);
        parts.addAll(List.of(workbench, autoSaver));
        parts.addAll(view.parts());
        parts.addAll(List.of(LivePart.of(sweep), runs, bundles, models, pictures));
    }

    private SweepPage sweep(Exports exports) {
        SweepPage page =
                new SweepPage(
                        workbench,
                        exports,
                        this::open,
                        new StoredSweepRuns(recorder, List.of("sweep")));
        page.testHiddenProperty().bind(view.lock().activeProperty());
        return page;
    }

    /// Opens a run of a sweep.
    private void open(RunStart start) {
        fileActions.open(
                start,
                () -> {
                    workbench.play();
                    view.pages().show("explore");
                });
    }

    /// Connects keys, gestures and dropped files.
    private void listen() {
        new Shortcuts(scene, workbench, view, window);
        Tooltips.showOnDisabled(scene);
        view.overlays().listen(scene);
    }

    /// Before any control exists: without a theme, the first one would load JavaFX's default style
    /// sheet, and a split pane reads its style immediately.
    private void bindTheme(ObservableValue<Theme> theme) {
        theme.addListener((_, _, now) -> now.applyTo(scene));
        theme.getValue().applyTo(scene);
    }

    /// Remembers options that the user has changed.
    private void remember(String name, boolean defaultValue, BooleanProperty choice) {
        choice.set(settings.flag(name, defaultValue));
        choice.addListener((_, _, on) -> settings.setFlag(name, defaultValue, on));
    }

    private <E extends Enum<E>> void remember(
            String name, Class<E> type, ObjectProperty<E> choice) {
        choice.set(settings.choice(name, type, choice.get()));
        choice.addListener((_, _, value) -> settings.choice(name, value));
    }

    private void restore(Session session) {
        view.restore(session);
        workbench.pace().limitProperty().set(session.pace());
    }

    /// Opens a file of any supported kind.
    void open(Path file) {
        fileActions.open(List.of(file));
    }

    public Scene scene() {
        return scene;
    }

    public Workbench workbench() {
        return workbench;
    }

    /// Measures the FX-thread time of the window.
    public FramePump pump() {
        return pump;
    }

    /// Shows the text of a preset below the plots, until it is dismissed or the data changes; the
    /// worked example is shown by its lab, and several seeds by the Sweep page.
    void showLesson(Preset preset) {
        lesson.show(
                preset.title(),
                Messages.text("presets.lesson", preset.description(), preset.expected()));
        if (preset.name().equals(Presets.WORKED_EXAMPLE)) {
            view.showExample(LabName.MICROSCOPE);
        } else if (preset.repeats() > 1) {
            view.pages().show("sweep");
            sweep.get().runSeeds(preset.repeats());
        } else {
            view.pages().show("explore");
        }
    }

    /// Starts a lesson, after asking whether the one in progress should end.
    private void startLesson(Lesson next) {
        afterLesson(() -> {
            view.pages().show("explore");
            lesson.hide();
            workbench.lesson().start(next);
        });
    }

    private void askToEndLesson() {
        afterLesson(workbench.lesson()::end);
    }

    /// Runs `action` once there is no lesson in progress, or the user has agreed to end it.
    private void afterLesson(Runnable action) {
        workbench
                .lesson()
                .atProperty()
                .get()
                .ifPresentOrElse(
                        at ->
                                window.show(
                                        new QuestionDialog(
                                                "lesson-over",
                                                Messages.text(
                                                        "lesson-over.question",
                                                        at.lesson().title()),
                                                () -> {
                                                    window.close();
                                                    action.run();
                                                },
                                                window::close)),
                        action);
    }

    private void makeLesson() {
        window.show(
                new LessonForm(
                        workbench.spec(),
                        made -> {
                            window.close();
                            fileActions.saveLesson(made);
                        },
                        window::close));
    }

    /// Whether the window can be closed now, after its run has been written. While runs are only in
    /// memory, the user is asked first, and the answer may close it.
    boolean mayClose() {
        String unsaved = saveBeforeClosing.get();
        if (unsaved.isEmpty()) {
            return true;
        }
        window.show(
                new QuestionDialog(
                        "unsaved",
                        Messages.text("unsaved.question", unsaved),
                        onQuit,
                        window::close));
        return false;
    }

    private void quit() {
        if (mayClose()) {
            onQuit.run();
        }
    }

    private void saveBundle() {
        bundles.save(Theme.of(window).isDark(), view.lock().hiddenProperty().get());
    }

    private void pulse() {
        long now = System.nanoTime();
        (pictures.isTaking() ? List.<LivePart>of(pictures) : parts)
                .forEach(part -> part.pulse(now));
        workbench.notice().expire(now);
    }

    @Override
    public void close() {
        settings.saveSession(
                workbench.spec(), view.session(workbench.pace().limitProperty().get()));
        pump.close();
        parts.reversed().forEach(LivePart::close);
        recorder.close();
        saveBeforeClosing = () -> ""; // a signal may come before the user's own closing
        jobs.close();
    }
}
