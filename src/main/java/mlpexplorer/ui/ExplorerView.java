package mlpexplorer.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mlpexplorer.experiment.RunTables;
import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;
import mlpexplorer.ui.capacity.CapacityStrip;
import mlpexplorer.ui.data.DataPane;
import mlpexplorer.ui.data.DataSources;
import mlpexplorer.ui.doctor.DoctorPane;
import mlpexplorer.ui.export.ExportName;
import mlpexplorer.ui.export.Exports;
import mlpexplorer.ui.export.Picture;
import mlpexplorer.ui.files.FileVerbs;
import mlpexplorer.ui.fx.Caption;
import mlpexplorer.ui.fx.IconButtons;
import mlpexplorer.ui.fx.Lazy;
import mlpexplorer.ui.fx.LivePart;
import mlpexplorer.ui.history.TimeBar;
import mlpexplorer.ui.labs.GhostTrainer;
import mlpexplorer.ui.labs.LabName;
import mlpexplorer.ui.labs.LabsView;
import mlpexplorer.ui.sweep.Recipe;
import mlpexplorer.ui.sweep.SweepPage;
import mlpexplorer.ui.menu.ViewMenu;
import mlpexplorer.ui.model.ModelPane;
import mlpexplorer.ui.seeds.SeedsPane;
import mlpexplorer.ui.settings.Session;
import mlpexplorer.ui.training.OptimizerPane;
import mlpexplorer.ui.training.RegularizationPane;
import mlpexplorer.ui.training.StatusLine;
import mlpexplorer.ui.training.StoppingPane;
import mlpexplorer.ui.workbench.TestLock;
import mlpexplorer.ui.workbench.Texts;
import mlpexplorer.ui.workbench.Workbench;
import org.kordamp.ikonli.feather.Feather;

/// The window's content: header above, sections on the left, boundary and curves beside them, status below.
public final class ExplorerView extends BorderPane {
    private final Workbench workbench;
    private final Exports exports;
    private final PicturePanes pictures;
    private final TimeBar time;
    private final Overlays overlays;
    private final CapacityStrip capacity;
    private final StackPane top = new StackPane();
    private final VBox explore = new VBox();
    private final Pages pages = new Pages();
    private final TestLock lock;
    private final GhostTrainer ghost;
    private final Lazy<LabsView> labs;
    private final Lazy<SweepPage> sweep;

    /// @param sweep the Sweep page
    ExplorerView(Workbench workbench, Exports exports, FileVerbs verbs, Lazy<SweepPage> sweep) {
        this.sweep = sweep;
        this.workbench = workbench;
        this.exports = exports;
        overlays = new Overlays(workbench, verbs);
        capacity = new CapacityStrip(workbench);
        lock = new TestLock(workbench.runProperty());
        ghost = new GhostTrainer(workbench);
        labs = new Lazy<>(() -> new LabsView(workbench, exports, ghost, lock, this::showSweep));
        pictures = new PicturePanes(workbench, exports.pictures(), lock.hiddenProperty());
        time = new TimeBar(workbench, exports.files());
        getStyleClass().add("explorer");
        // The first child, so that Tab moves from top to bottom.
        setTop(top);
        setLeft(sidebar(workbench, overlays));
        VBox.setVgrow(pictures, Priority.ALWAYS);
        explore.getChildren().addAll(pictures, new DoctorPane(workbench), time);
        Caption curves = new Caption(Texts.text("curves.csv"), "save-curves-button", Texts.text("curves.csv.tip"));
        pictures.addToCurves(IconButtons.icon(Feather.FILE_TEXT, curves, this::saveCurves));
        pages.add("explore", () -> explore);
        setCenter(overlays.over(pages));
        StatusLine status = new StatusLine(workbench);
        setBottom(status);
        status.testHiddenProperty().bind(lock.hiddenProperty());
        ghost.linearProperty().addListener((_, _, now) -> pictures.show(now));
    }

    /// The plots of the run.
    PicturePanes pictures() {
        return pictures;
    }

    /// What can be saved as a picture, by the suffix of its menu item: the plots and the whole window.
    SequencedMap<String, Supplier<Picture>> namedPictures() {
        SequencedMap<String, Supplier<Picture>> named = pictures.named();
        named.put("window", () -> new Picture(Picture.WINDOW, this, pictures::density));
        return named;
    }

    /// Saves the learning curves of the run as a table, with the columns of the command line's `metrics.csv`.
    void saveCurves() {
        MetricLog.View all = workbench.frameProperty().get().map(Frame::log).orElse(MetricLog.View.EMPTY);
        MetricLog.View log = lock.hiddenProperty().get() ? all.withoutTest() : all;
        if (log.size() < 2) {
            workbench.notice().show(Texts.text("curves.none"));
        } else {
            exports.files().save(ExportName.of(workbench.spec(), "curves.csv"), RunTables.metrics(log));
        }
    }

    /// The pages of the window; their buttons are in the header.
    Pages pages() {
        return pages;
    }

    /// Adds the Runs and Sweep pages, which hide the sidebar, and the Labs page.
    void addPages(Supplier<? extends Region> runs) {
        BooleanExpression wide = pages.add("runs", runs).or(pages.add("sweep", sweep));
        getLeft().visibleProperty().bind(wide.not());
        getLeft().managedProperty().bind(getLeft().visibleProperty());
        pages.add("labs", labs);
    }

    /// Shows the Sweep page with the template of a lab.
    private void showSweep(LabName lab) {
        pages.show("sweep");
        sweep.get().propose(lab == LabName.RATE_SWEEP ? Recipe.RATES : Recipe.CAPACITY);
    }

    void showLab(LabName name) {
        pages.show("labs");
        labs.get().show(name);
    }

    TestLock lock() {
        return lock;
    }

    ViewMenu.Options options() {
        return new ViewMenu.Options(
                pictures.discretizeProperty(), pictures.showTestPointsProperty(), pictures.logLossProperty(), ghost.wantedProperty(),
                lock.lockedProperty());
    }

    /// Adds the header.
    void setHeader(Node header) {
        top.getChildren().setAll(header);
    }

    /// Adds a strip below the plots.
    void addStrip(Node strip) {
        explore.getChildren().add(strip);
    }

    Session session(double pace) {
        return new Session(pages.shown(), pictures.tab(), pictures.divider(), pace);
    }

    void restore(Session session) {
        pages.show(session.page());
        pictures.restore(session.tab(), session.divider());
    }

    CapacityStrip capacity() {
        return capacity;
    }

    Overlays overlays() {
        return overlays;
    }

    List<LivePart> parts() {
        List<LivePart> parts = new ArrayList<>(pictures.parts());
        parts.addAll(List.of(overlays, capacity, ghost, LivePart.of(labs), time));
        return parts;
    }

    private ScrollPane sidebar(Workbench workbench, DataSources sources) {
        VBox content = new VBox(
                new DataPane(workbench, sources), new ModelPane(workbench, capacity), new OptimizerPane(workbench),
                new RegularizationPane(workbench),
                new StoppingPane(workbench), new SeedsPane(workbench));
        content.getStyleClass().add("sidebar-content");
        ScrollPane sidebar = new ScrollPane(content);
        sidebar.getStyleClass().add("sidebar");
        sidebar.setId("sidebar");
        sidebar.setFitToWidth(true);
        sidebar.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return sidebar;
    }
}
