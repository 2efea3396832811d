package mlpexplorer.ui.sweep;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.sweep.FinishedRun;
import mlpexplorer.experiment.sweep.LocalSweepExecutor;
import mlpexplorer.experiment.sweep.RunCache;
import mlpexplorer.experiment.sweep.SweepCsv;
import mlpexplorer.experiment.sweep.SweepMeasure;
import mlpexplorer.experiment.sweep.SweepTable;
import mlpexplorer.experiment.sweep.SweepTable.SweepCell;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Task;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.ChoiceConverter;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.export.DefaultFileName;
import mlpexplorer.ui.export.ExportablePicture;
import mlpexplorer.ui.export.Exports;
import mlpexplorer.ui.sweep.ContactSheet.BoundaryCell;
import mlpexplorer.ui.sweep.ResultView.SweepViewState;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// The Sweep page: the form on the left and the results beside it, as sheet of boundaries, heat
/// map, curve, table and the repeats of one cell.
public final class SweepPage extends BorderPane implements LivePart {
    private final Jobs running = new BackgroundJobs("sweep-runner", 1);
    private final Jobs drawing = new BackgroundJobs("sweep-pictures", 1);
    private final SweepViewModel model;
    private final RunCache store;
    private final Exports exports;
    private final Consumer<RunStart> onOpen;
    private final List<ResultView> views;
    private final TabPane tabs = new TabPane();
    private final ComboBox<SweepMeasure> measure = new ComboBox<>();
    private final CellDetail detail;
    private final Region empty = emptyNote();
    private final BooleanProperty testHidden = new SimpleBooleanProperty(this, "testHidden");
    private final ObservableValue<Optional<SweepTable>> table;
    private Optional<SweepViewState> state = Optional.empty();
    private int selected;

    /// @param onOpen opens a run on the Explore page
    /// @param store stores and finds runs
    public SweepPage(
            Workbench workbench, Exports exports, Consumer<RunStart> onOpen, RunCache store) {
        this.exports = exports;
        this.store = store;
        this.onOpen = onOpen;
        model = new SweepViewModel(workbench, running, new LocalSweepExecutor(), store);
        table = Bindings.createObjectBinding(this::seen, model.tableProperty(), testHidden);
        CellGrid.Actions actions =
                new CellGrid.Actions() {
                    @Override
                    public void select(int cell) {
                        selected = cell;
                        refresh();
                    }

                    @Override
                    public void open(int cell) {
                        selected = cell;
                        openSelected();
                    }
                };
        views =
                List.of(
                        new ContactSheetView(
                                actions,
                                index -> model.detail(index).map(FinishedRun::parameters),
                                drawing),
                        new HeatMapView(actions),
                        new SweepCurveView(),
                        new SweepTableView(actions),
                        new SeedsView(model::detail, drawing));
        detail = new CellDetail(this::openSelected);
        setId("sweep-page");
        getStyleClass().add("sweep-page");
        setLeft(sidebar(new SweepForm(model, workbench)));
        setCenter(results());
        model.tableProperty().addListener(_ -> refresh());
        model.tableProperty().map(_ -> metric()).addListener(_ -> offerMeasures());
        measure.valueProperty().addListener(_ -> refresh());
        testHidden.addListener(_ -> offerMeasures());
        tabs.getSelectionModel().selectedItemProperty().addListener(_ -> refresh());
        visibleProperty().addListener(_ -> refresh());
    }

    /// Whether to hide test metrics, also in saved tables.
    public BooleanProperty testHiddenProperty() {
        return testHidden;
    }

    /// Fills the form with a template, unless that is the one being edited.
    public void propose(SweepTemplate template) {
        if (model.draftProperty().get().template() != template) {
            model.change(_ -> template.draft());
        }
    }

    /// Runs the window's run with this many seeds, and shows their curves.
    public void runSeeds(int repeats) {
        tabs.getSelectionModel().selectLast();
        model.change(_ -> SweepTemplate.SEEDS.draft().withRepeats(repeats));
        model.run();
    }

    private Optional<SweepTable> seen() {
        return model.tableProperty().get().map(all -> testHidden.get() ? all.withoutTest() : all);
    }

    private Task.Metric metric() {
        return model.tableProperty().get().map(SweepTable::metric).orElse(Task.Metric.ACCURACY);
    }

    private void offerMeasures() {
        List<SweepMeasure> offered = MetricText.compared(testHidden.get());
        SweepMeasure chosen = measure.getValue();
        measure.getItems().setAll(offered);
        measure.setValue(offered.contains(chosen) ? chosen : SweepMeasure.VALIDATION_ACCURACY);
        refresh();
    }

    private static ScrollPane sidebar(SweepForm form) {
        ScrollPane sidebar = new ScrollPane(form);
        sidebar.getStyleClass().add("sidebar");
        sidebar.setId("sweep-sidebar");
        sidebar.setFitToWidth(true);
        sidebar.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return sidebar;
    }

    private StackPane results() {
        tabs.setId("sweep-tabs");
        tabs.setAccessibleText(Messages.text("page.sweep"));
        tabs.getStyleClass().addAll("side-tabs", "sweep-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        for (ResultView view : views) {
            Tab tab = new Tab(Messages.text("sweep.view." + view.name()), view.node());
            tab.setId("sweep-" + view.name() + "-tab");
            tabs.getTabs().add(tab);
        }
        VBox.setVgrow(tabs, Priority.ALWAYS);
        StackPane layers = new StackPane(tabs, tools());
        StackPane.setAlignment(layers.getChildren().getLast(), Pos.TOP_RIGHT);
        VBox.setVgrow(layers, Priority.ALWAYS);
        VBox column = new VBox(layers, detail);
        column.visibleProperty().bind(model.tableProperty().map(Optional::isPresent));
        empty.visibleProperty().bind(column.visibleProperty().not());
        return new StackPane(column, empty);
    }

    /// The toolbar beside the tabs.
    private HBox tools() {
        measure.getItems().setAll(MetricText.compared(false));
        measure.setValue(SweepMeasure.VALIDATION_ACCURACY);
        measure.setConverter(new ChoiceConverter<>(choice -> MetricText.title(choice, metric())));
        caption("measure").describe(measure);
        HBox tools =
                new HBox(
                        measure,
                        IconButtons.icon(
                                Feather.DOWNLOAD, caption("save-picture"), this::savePicture),
                        IconButtons.csv(caption("save-table"), this::saveTable));
        tools.getStyleClass().add("sweep-tools");
        tools.setPickOnBounds(false);
        tools.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return tools;
    }

    private static Region emptyNote() {
        Label label = new Label(Messages.text("sweep.empty"));
        label.getStyleClass().add("sweep-placeholder");
        label.setMouseTransparent(true);
        return label;
    }

    private static ControlLabel caption(String name) {
        return ControlLabel.of("sweep." + name, "sweep-" + name);
    }

    private ResultView view() {
        return views.get(Math.max(0, tabs.getSelectionModel().getSelectedIndex()));
    }

    private void savePicture() {
        model.tableProperty()
                .get()
                .ifPresent(table ->
                        exports.pictures()
                                .accept(
                                        new ExportablePicture(
                                                "sweep-" + view().name(),
                                                view().picture(),
                                                _ -> {},
                                                Optional.empty(),
                                                Optional.of(table.sweep().base().spec()))));
    }

    private void saveTable() {
        table.getValue()
                .ifPresent(shown ->
                        exports.files()
                                .save(
                                        DefaultFileName.of(
                                                shown.sweep().base().spec(), "sweep.csv"),
                                        SweepCsv.of(shown)));
    }

    private void openSelected() {
        state.map(SweepViewState::cell)
                .filter(cell -> !cell.rows().isEmpty())
                .ifPresent(cell -> onOpen.accept(cell.rows().getFirst().run().start()));
    }

    private void refresh() {
        if (table.getValue().isEmpty() || !isVisible() || getScene() == null) {
            return;
        }
        SweepTable known = table.getValue().get();
        SweepViewState now =
                SweepViewState.of(
                        known, measure.getValue(), selected, Theme.of(this), testHidden.get());
        state = Optional.of(now);
        measure.setVisible(view().compares());
        view().show(now);
        detail.show(now);
    }

    /// Call once per pulse: fetches finished runs, and draws if the page is visible.
    @Override
    public void pulse(long now) {
        model.pulse(now);
        if (isVisible() && getScene() != null) {
            if (state.filter(shown -> shown.theme() != Theme.of(this)).isPresent()) {
                refresh();
            }
            state.ifPresent(_ -> view().pulse());
        }
    }

    @Override
    public void close() {
        model.cancel();
        running.close();
        store.awaitStopped();
        drawing.close();
    }

    /// The line below the views: the values of the selected cell, and a button that opens its run.
    private static final class CellDetail extends HBox {
        private final Label where = new Label();
        private final Label numbers = new Label();
        private final Button open;

        CellDetail(Runnable onOpen) {
            open =
                    IconButtons.labeled(
                            Feather.EXTERNAL_LINK,
                            ControlLabel.of("sweep.open", "sweep-open-button"),
                            onOpen);
            getStyleClass().add("sweep-detail");
            setId("sweep-detail");
            where.getStyleClass().add("strong");
            where.setMinWidth(Region.USE_PREF_SIZE);
            numbers.getStyleClass().add("caption-text");
            numbers.setId("sweep-detail-numbers");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            open.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().addAll(where, numbers, gap, open);
        }

        void show(SweepViewState state) {
            SweepCell cell = state.cell();
            String description = state.plane().description(cell.index());
            where.setText(description.isEmpty() ? Messages.text("sweep.detail.base") : description);
            numbers.setText(
                    cell.rows().isEmpty()
                            ? Messages.text("sweep.detail.waiting")
                            : Messages.text(
                                    "sweep.detail",
                                    text(state, SweepMeasure.TRAIN_ACCURACY),
                                    text(state, SweepMeasure.VALIDATION_ACCURACY),
                                    text(state, SweepMeasure.VALIDATION_LOSS),
                                    cell.rows().size(),
                                    cell.diverged()));
            open.setDisable(cell.rows().isEmpty());
        }

        private static String text(SweepViewState state, SweepMeasure measure) {
            return MetricText.text(measure, state.table().metric(), state.cell().spread(measure));
        }
    }

    /// The contact sheet on the Sweep page. Pictures are drawn by a background job, a few at a
    /// time, at twice the screen size so that saved pictures are sharp.
    private static final class ContactSheetView implements ResultView {
        private static final double MIN_SIDE = 48;
        private static final double MAX_SIDE = 260;
        private static final int MIN_PIXELS = 96;
        private static final int MAX_PIXELS = 440;
        private static final int AT_A_TIME = 6;

        private final ContactSheet sheet;
        private final Jobs jobs;
        private double side = MIN_SIDE;
        private boolean drawing;

        /// @param weights weights of a run by index
        ContactSheetView(
                CellGrid.Actions actions, IntFunction<Optional<Parameters>> weights, Jobs jobs) {
            sheet = new ContactSheet(actions, weights);
            this.jobs = jobs;
        }

        @Override
        public String name() {
            return "sheet";
        }

        @Override
        public Region node() {
            return sheet.page();
        }

        @Override
        public Node picture() {
            return sheet.page().sheet();
        }

        @Override
        public void show(SweepViewState state) {
            sheet.show(state);
        }

        @Override
        public void pulse() {
            GridPage page = sheet.page();
            page.grid()
                    .ifPresent(grid -> {
                        double room =
                                Math.min(
                                        grid.columnRoom(page.availableWidth()),
                                        grid.rowRoom(page.availableHeight())
                                                - BoundaryCell.CAPTION);
                        side = Math.rint(Math.clamp(room, MIN_SIDE, MAX_SIDE));
                        sheet.cellSide(side);
                    });
            if (!drawing) {
                List<ContactSheet.CellRequest> visibleRequests =
                        sheet.visibleRequests(
                                (int) Math.clamp(2 * side, MIN_PIXELS, MAX_PIXELS), AT_A_TIME);
                if (!visibleRequests.isEmpty()) {
                    drawing = true;
                    jobs.run(() -> sheet.draw(visibleRequests), this::drawn, _ -> drawing = false);
                }
            }
        }

        private void drawn(List<ContactSheet.CellPicture> pictures) {
            drawing = false;
            sheet.paint(pictures);
        }
    }
}
