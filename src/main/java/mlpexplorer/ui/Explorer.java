package mlpexplorer.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.store.RunRecorder;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.StoredSweepRuns;
import mlpexplorer.ui.files.FileVerbs;
import mlpexplorer.ui.fx.AfterPulses;
import mlpexplorer.ui.fx.BackgroundJobs;
import mlpexplorer.ui.fx.FramePump;
import mlpexplorer.ui.fx.Jobs;
import mlpexplorer.ui.fx.Lazy;
import mlpexplorer.ui.fx.Overlay;
import mlpexplorer.ui.fx.Theme;
import mlpexplorer.ui.fx.ThemeChoice;
import mlpexplorer.ui.hints.FirstSteps;
import mlpexplorer.ui.runs.RunKeeper;
import mlpexplorer.ui.runs.RunsPage;
import mlpexplorer.ui.settings.Session;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.sweep.SweepPage;
import mlpexplorer.ui.workbench.Workbench;

/// The running explorer behind one scene: puts the parts together, drives them by the pulse, and takes them down.
public final class Explorer implements AutoCloseable {
    /// Pulses after which the window stands; what nobody sees at once waits that long.
    static final int FIRST_PICTURE = 3;

    private final Workbench workbench;
    private final Jobs jobs = BackgroundJobs.ofFiles("files");
    private final RunRecorder recorder;
    private final RunKeeper keeper;
    private final RunsPage runs;
    private final Lazy<SweepPage> sweep;
    private final FramePump pump;
    private final Overlay window = new Overlay();
    private final FileVerbs verbs;
    private final BundleSaver bundles;
    private final ExplorerView view;
    private final Scene scene;
    private final Settings settings;

    /// @param onQuit what the menu's Quit does
    public Explorer(RunSpec initial, Settings settings, FileChoice files, Runnable onQuit) {
        this.settings = settings;
        ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>(settings.theme());
        theme.addListener((_, _, now) -> settings.theme(now));
        scene = new Scene(window, 1280, 800);
        dress(theme.flatMap(ThemeChoice::theme));
        workbench = new Workbench(initial);
        recorder = new RunRecorder(settings.folder().resolve(RunStore.FILE));
        keeper = new RunKeeper(workbench, recorder);
        PictureSaver saver = new PictureSaver(workbench, settings, files, jobs, window);
        verbs = new FileVerbs(workbench, jobs, new WindowDialogs(files, settings));
        bundles = new BundleSaver(workbench, settings, files, jobs);
        ResultFiles results = new ResultFiles(workbench, settings, files, jobs, saver::save);
        view = new ExplorerView(
                workbench, saver::save, results, verbs, name -> files.ask(settings.pictureFolder(), name));
        sweep = new Lazy<>(() -> sweep(new SweepDoors(workbench, view.pages(), saver::save, results)));
        view.offerTable(new CurvesSaver(workbench, settings, files, jobs));
        runs = new RunsPage(workbench, recorder, () -> view.pages().show("explore"));
        addPages();
        view.setHeader(new Header(workbench, view.pages(), theme, new MenuBar(
                new FileMenu(view, verbs, saver::save, this::saveBundle, onQuit), new EditMenu(workbench, verbs, view, saver::copy),
                new RunMenu(workbench), new ViewMenu(view, theme), new PresetsMenu(workbench, jobs, view::offerMnist),
                new LabsMenu(view), new HelpMenu(window, settings.folder().toString()))));
        listen();
        remember("auto-train", true, workbench.autoTrainProperty());
        remember("test-lock", false, view.lock().lockedProperty());
        remember("capacity", true, view.capacityProperty());
        window.setContent(view);
        if (!settings.knowsFirstSteps()) {
            view.addStrip(new FirstSteps(workbench, settings::knowFirstSteps));
        }
        settings.session().ifPresent(this::restore);
        pump = new FramePump(this::pulse);
        pump.start();
        AfterPulses.run(FIRST_PICTURE, () -> runs.look(System.nanoTime()));
    }

    /// The pages in the order of their buttons, and what they tell one another.
    private void addPages() {
        view.addWide("runs", runs::view);
        view.addWide("sweep", sweep);
        view.addLabs();
        keeper.countReveals(view.lock().revealsProperty());
        runs.testHiddenProperty().bind(view.lock().lockedProperty());
        runs.pinnedProperty().addListener((_, _, pinned) -> view.pictures().showPinned(pinned));
    }

    private SweepPage sweep(SweepDoors doors) {
        SweepPage page = new SweepPage(workbench, doors, new StoredSweepRuns(recorder, List.of("sweep")));
        page.testHiddenProperty().bind(view.lock().lockedProperty());
        return page;
    }

    /// Keys, gestures and files that are dropped.
    private void listen() {
        new Shortcuts(scene, workbench, view, window);
        new Gestures(scene, workbench);
        view.takeDropsOn(scene);
    }

    /// Before there is any control: the first one would load the style sheet of JavaFX itself where no theme is set, and a split
    /// pane reads its style at once.
    private void dress(ObservableValue<Theme> theme) {
        theme.addListener((_, _, now) -> now.applyTo(scene));
        theme.getValue().applyTo(scene);
    }

    /// What is on until the user turns it off stays off from then on.
    private void remember(String name, boolean usual, BooleanProperty choice) {
        choice.set(settings.isOn(name, usual));
        choice.addListener((_, _, on) -> settings.isOn(name, usual, on));
    }

    private void restore(Session session) {
        view.restore(session);
        workbench.paceProperty().set(session.pace());
    }

    /// Opens a file of any kind that this program reads.
    void open(Path file) {
        verbs.open(List.of(file));
    }

    public Scene scene() {
        return scene;
    }

    public Workbench workbench() {
        return workbench;
    }

    /// Measures what the window costs the FX thread.
    public FramePump pump() {
        return pump;
    }

    private void saveBundle() {
        bundles.save(window.getStyleClass().contains("dark"), view.lock().hiddenProperty().get());
    }

    private void pulse() {
        workbench.pulse(System.nanoTime());
        keeper.pulse(System.nanoTime());
        view.pulse();
        sweep.ifMade(SweepPage::pulse);
        runs.pulse(System.nanoTime());
        bundles.pulse();
    }

    @Override
    public void close() {
        settings.leave(workbench.spec(), view.session(workbench.paceProperty().get()));
        pump.close();
        bundles.close();
        keeper.close();
        workbench.close();
        view.close();
        sweep.ifMade(SweepPage::close);
        runs.close();
        recorder.close();
        jobs.close();
    }
}
