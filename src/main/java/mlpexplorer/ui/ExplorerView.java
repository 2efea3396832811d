package mlpexplorer.ui;

import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.io.Mnist;
import mlpexplorer.experiment.RunTables;
import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;
import mlpexplorer.ui.capacity.CapacityStrip;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.Lazy;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.data.ColumnsCard;
import mlpexplorer.ui.data.DataPane;
import mlpexplorer.ui.data.SeedsPane;
import mlpexplorer.ui.doctor.DoctorPane;
import mlpexplorer.ui.export.DefaultFileName;
import mlpexplorer.ui.export.ExportablePicture;
import mlpexplorer.ui.export.Exports;
import mlpexplorer.ui.files.DropTarget;
import mlpexplorer.ui.files.ErrorBanner;
import mlpexplorer.ui.files.FileActions;
import mlpexplorer.ui.files.MnistCard;
import mlpexplorer.ui.labs.BaselineTrainer;
import mlpexplorer.ui.labs.LabName;
import mlpexplorer.ui.labs.LabsView;
import mlpexplorer.ui.menu.ViewMenu;
import mlpexplorer.ui.model.ModelPane;
import mlpexplorer.ui.settings.Settings.Session;
import mlpexplorer.ui.sweep.SweepPage;
import mlpexplorer.ui.sweep.SweepTemplate;
import mlpexplorer.ui.timeline.Timeline;
import mlpexplorer.ui.training.OptimizerPane;
import mlpexplorer.ui.training.RegularizationPane;
import mlpexplorer.ui.training.StatusLine;
import mlpexplorer.ui.training.StoppingPane;
import mlpexplorer.ui.workbench.DataChange;
import mlpexplorer.ui.workbench.OpenTable;
import mlpexplorer.ui.workbench.ReadableFrame;
import mlpexplorer.ui.workbench.TestLock;
import mlpexplorer.ui.workbench.Workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// The window's content: header above, sections on the left, plots beside them, status below.
public final class ExplorerView extends BorderPane {
    private final Workbench workbench;
    private final Exports exports;
    private final PlotTabs pictures;
    private final Timeline time;
    private final Overlays overlays;
    private final StatusLine status;
    private final CapacityStrip capacity;
    private final StackPane top = new StackPane();
    private final VBox explore = new VBox();
    private final Pages pages = new Pages();
    private final TestLock lock;
    private final BaselineTrainer baseline;
    private final Lazy<LabsView> labs;
    private final Lazy<SweepPage> sweep;

    /// @param jobs reads files
    /// @param sweep the Sweep page
    ExplorerView(
            Workbench workbench,
            Jobs jobs,
            Exports exports,
            FileActions fileActions,
            Lazy<SweepPage> sweep) {
        this.sweep = sweep;
        this.workbench = workbench;
        this.exports = exports;
        overlays = new Overlays(workbench, jobs, fileActions);
        capacity = new CapacityStrip(workbench);
        lock = new TestLock(workbench.runProperty());
        baseline = new BaselineTrainer(workbench);
        labs = new Lazy<>(() -> new LabsView(workbench, exports, baseline, lock, this::showLink));
        pictures = new PlotTabs(workbench, exports.pictures(), lock.hiddenProperty());
        ReadableFrame numbers = new ReadableFrame(workbench.frameProperty(), System::nanoTime);
        time = new Timeline(workbench, numbers, exports.files());
        getStyleClass().add("explorer");
        // The first child, so that Tab moves from top to bottom.
        setTop(top);
        setLeft(sidebar(workbench, overlays));
        VBox.setVgrow(pictures, Priority.ALWAYS);
        explore.getChildren().addAll(pictures, new DoctorPane(workbench), time);
        ControlLabel curves = ControlLabel.of("curves.csv", "save-curves-button");
        pictures.addToCurves(IconButtons.csv(curves, this::saveCurves));
        ControlLabel losses = ControlLabel.of("landscape.csv", "save-losses-button");
        pictures.landscape()
                .toolbar()
                .getChildren()
                .add(IconButtons.csv(losses, this::saveLandscape));
        setCenter(overlays.over(pages, pages.add("explore", () -> explore)));
        status = new StatusLine(workbench, numbers);
        setBottom(status);
        status.testHiddenProperty().bind(lock.hiddenProperty());
        baseline.linearProperty().addListener((_, _, now) -> pictures.show(now));
    }

    StatusLine status() {
        return status;
    }

    /// The plots of the run.
    PlotTabs pictures() {
        return pictures;
    }

    /// What can be saved as a picture, by the suffix of its menu item: the plots and the whole
    /// window.
    SequencedMap<String, Supplier<ExportablePicture>> namedPictures() {
        SequencedMap<String, Supplier<ExportablePicture>> named = pictures.named();
        named.put("window", () -> pictures.windowPicture(this));
        return named;
    }

    /// Saves the learning curves of the run as a table, with the columns of the command line's
    /// `metrics.csv`.
    void saveCurves() {
        MetricLog.View all =
                workbench.frameProperty().get().map(Frame::log).orElse(MetricLog.View.EMPTY);
        MetricLog.View log = lock.hiddenProperty().get() ? all.withoutTest() : all;
        if (log.size() < 2) {
            workbench.notice().show(Messages.text("curves.none"));
        } else {
            exports.files()
                    .save(
                            DefaultFileName.of(workbench.spec(), "curves.csv"),
                            RunTables.metrics(log, workbench.spec().data().metric()));
        }
    }

    private void saveLandscape() {
        pictures.landscape()
                .table()
                .ifPresentOrElse(
                        table ->
                                exports.files()
                                        .save(
                                                DefaultFileName.of(
                                                        workbench.spec(), "landscape.csv"),
                                                table),
                        () -> workbench.notice().show(Messages.text("landscape.none")));
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

    /// Shows the page that a lab links to.
    private void showLink(LabName lab) {
        pages.show(lab == LabName.CAPACITY_LAB ? "sweep" : "explore");
        if (lab == LabName.CAPACITY_LAB) {
            sweep.get().propose(SweepTemplate.CAPACITY);
        }
    }

    void showLab(LabName name) {
        pages.show("labs");
        labs.get().show(name);
    }

    /// Shows a lab with the result of its preset.
    void showExample(LabName name) {
        pages.show("labs");
        labs.get().showExample(name);
    }

    TestLock lock() {
        return lock;
    }

    ViewMenu.Options options() {
        return new ViewMenu.Options(
                pictures.arrangement().networkLayoutProperty(),
                pictures.discretizeProperty(),
                pictures.showTestPointsProperty(),
                pictures.logLossProperty(),
                baseline.wantedProperty(),
                lock.lockedProperty(),
                lock.hiddenProperty());
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
        PlotArrangement plots = pictures.arrangement();
        return new Session(pages.shown(), plots.tab(), plots.divider(), pace);
    }

    void restore(Session session) {
        pages.show(session.page());
        pictures.arrangement().restore(session.tab(), session.divider());
    }

    CapacityStrip capacity() {
        return capacity;
    }

    Overlays overlays() {
        return overlays;
    }

    List<LivePart> parts() {
        List<LivePart> parts = new ArrayList<>(pictures.parts());
        parts.addAll(List.of(overlays, capacity, baseline, LivePart.of(labs), time));
        return parts;
    }

    private ScrollPane sidebar(Workbench workbench, DataPane.Sources sources) {
        VBox content =
                new VBox(
                        new DataPane(workbench, sources),
                        new ModelPane(workbench, capacity),
                        new OptimizerPane(workbench),
                        new RegularizationPane(workbench),
                        new StoppingPane(workbench),
                        new SeedsPane(workbench));
        content.getStyleClass().add("sidebar-content");
        ScrollPane sidebar = new ScrollPane(content);
        sidebar.getStyleClass().add("sidebar");
        sidebar.setId("sidebar");
        sidebar.setFitToWidth(true);
        sidebar.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return sidebar;
    }

    /// The overlays above the pages: the MNIST download card, the drop hint, and messages too long
    /// for the status line.
    static final class Overlays implements DataPane.Sources, LivePart {
        private final Workbench workbench;
        private final FileActions fileActions;
        private final MnistCard mnist;
        private final ColumnsCard columns;
        private final DropTarget drops;
        private final ErrorBanner problem;
        private final StackPane cards;
        private Runnable showExplore = () -> {};

        Overlays(Workbench workbench, Jobs jobs, FileActions fileActions) {
            this.workbench = workbench;
            this.fileActions = fileActions;
            mnist = new MnistCard(fileActions::open, this::useMnist);
            columns = new ColumnsCard(workbench, jobs);
            fileActions.onTable(this::offerTable);
            drops = new DropTarget(fileActions::open);
            problem = new ErrorBanner(workbench);
            cards = new StackPane(columns, mnist);
            cards.setPickOnBounds(false);
        }

        /// @param pages the node below the overlays
        /// @param explore whether the page with the plots is shown, which the cards belong to
        StackPane over(Pages pages, BooleanExpression explore) {
            showExplore = () -> pages.show("explore");
            cards.visibleProperty().bind(explore);
            StackPane.setAlignment(problem, Pos.BOTTOM_CENTER);
            return new StackPane(pages, problem, cards, drops);
        }

        /// Accepts dropped files, and hides the topmost overlay on Escape wherever the focus is. A
        /// text field first discards what was typed.
        void listen(Scene scene) {
            drops.listen(scene);
            scene.addEventFilter(
                    KeyEvent.KEY_PRESSED,
                    event -> {
                        if (!(scene.getFocusOwner() instanceof TextInputControl)) {
                            pressed(event);
                        }
                    });
            scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        }

        private void pressed(KeyEvent event) {
            if (event.getCode() == KeyCode.ESCAPE && hideTopmost()) {
                event.consume();
            }
        }

        private boolean hideTopmost() {
            if (cards.isVisible() && mnist.isVisible()) {
                mnist.hide();
            } else if (cards.isVisible() && columns.isVisible()) {
                columns.hide();
            } else if (problem.isVisible()) {
                problem.setVisible(false);
            } else {
                return false;
            }
            return true;
        }

        private void offerTable(OpenTable table) {
            showExplore.run();
            columns.open(table);
        }

        void offerMnist() {
            showExplore.run();
            columns.hide();
            mnist.offer();
        }

        @Override
        public void open() {
            fileActions.open();
        }

        @Override
        public void part(Split.Part part) {
            fileActions.openPart(part);
        }

        @Override
        public void columns() {
            columns.open();
        }

        /// Uses the downloaded MNIST files, or offers to download them.
        @Override
        public void mnist() {
            if (Mnist.isIn(Mnist.folder())) {
                useMnist();
            } else {
                offerMnist();
            }
        }

        private void useMnist() {
            DataSpec digits = DataSpec.Idx.MNIST;
            workbench.change(spec ->
                    DataChange.on(
                            spec,
                            workbench.wantedBatch(),
                            digits,
                            DataChange.split(spec, digits),
                            digits.shape()));
        }

        @Override
        public void pulse(long now) {
            mnist.pulse(now);
        }

        @Override
        public void close() {
            mnist.close();
        }
    }
}
