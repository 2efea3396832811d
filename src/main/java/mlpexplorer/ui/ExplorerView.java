package mlpexplorer.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mlpexplorer.ui.boundary.BoundaryView;
import mlpexplorer.ui.capacity.CapacityStrip;
import mlpexplorer.ui.confusion.ConfusionView;
import mlpexplorer.ui.curves.LearningCurves;
import mlpexplorer.ui.histograms.HistogramsView;
import mlpexplorer.ui.data.DataPane;
import mlpexplorer.ui.data.DataSources;
import mlpexplorer.ui.doctor.DoctorPane;
import mlpexplorer.ui.draw.DrawPane;
import mlpexplorer.ui.files.FileVerbs;
import mlpexplorer.ui.fx.Caption;
import mlpexplorer.ui.fx.IconButtons;
import mlpexplorer.ui.history.TimeBar;
import mlpexplorer.ui.images.ImagesView;
import mlpexplorer.ui.labs.LabFiles;
import mlpexplorer.ui.labs.LabsView;
import mlpexplorer.ui.labs.Linear;
import mlpexplorer.ui.model.ModelPane;
import mlpexplorer.ui.network.NetworkView;
import mlpexplorer.ui.seeds.SeedsPane;
import mlpexplorer.ui.settings.Session;
import mlpexplorer.ui.training.OptimizerPane;
import mlpexplorer.ui.training.RegularizationPane;
import mlpexplorer.ui.training.StatusLine;
import mlpexplorer.ui.training.StoppingPane;
import mlpexplorer.ui.workbench.GhostRun;
import mlpexplorer.ui.workbench.TestLock;
import mlpexplorer.ui.workbench.Texts;
import mlpexplorer.ui.workbench.Workbench;
import org.kordamp.ikonli.feather.Feather;

/// The window's content: header above, sections on the left, boundary and curves beside them, status below.
public final class ExplorerView extends BorderPane {
    /// The boundary's share of the width, which leaves the curves as much as their axes need.
    private static final double BOUNDARY_SHARE = 0.558;
    private static final int LINEAR_COLOR = 0x8b5cf6;
    private static final double LEAST_WIDTH = 300;
    private static final double LEAST_BOUNDARY = 376;

    private final BoundaryView boundary = new BoundaryView(Texts.bundle());
    private final LearningCurves curves;
    private final HistogramsView histograms;
    private final NetworkView network;
    private final ConfusionView confusion;
    private final TimeBar time;
    private final ImagesView images;
    private final TabPane side = new TabPane();
    private final Overlays overlays;
    private final DrawPane draw;
    private final CapacityStrip capacity;
    private final StackPane top = new StackPane();
    private final VBox explore = new VBox();
    private final Pages pages = new Pages();
    private final TestLock lock;
    private final LabsView labs;
    private BooleanExpression wide = new SimpleBooleanProperty(false);
    private Picture lastTouched;
    private Runnable saveTable = () -> { };

    /// @param places asks where to save a file of that name
    ExplorerView(
            Workbench workbench, Consumer<Picture> onSave, LabFiles files, FileVerbs verbs,
            Function<String, Optional<Path>> places) {
        overlays = new Overlays(workbench, verbs);
        draw = new DrawPane(workbench);
        capacity = new CapacityStrip(workbench);
        lock = new TestLock(workbench.runProperty());
        labs = new LabsView(workbench, files, lock, () -> pages.show("sweep"));
        curves = new LearningCurves(workbench);
        histograms = new HistogramsView(workbench);
        network = new NetworkView(workbench);
        confusion = new ConfusionView(workbench);
        time = new TimeBar(workbench, places);
        images = new ImagesView(workbench);
        lastTouched = boundaryPicture();
        getStyleClass().add("explorer");
        // The first child, so that Tab goes from the top of the window to its foot.
        setTop(top);
        setLeft(sidebar(workbench, overlays));
        SplitPane pictures = pictures(onSave);
        VBox.setVgrow(pictures, Priority.ALWAYS);
        explore.getChildren().addAll(pictures, new DoctorPane(workbench), time);
        pages.add("explore", explore);
        setCenter(overlays.over(pages));
        StatusLine status = new StatusLine(workbench);
        setBottom(status);
        status.testHiddenProperty().bind(lock.hiddenProperty());
        curves.testHiddenProperty().bind(lock.hiddenProperty());
        confusion.testHiddenProperty().bind(lock.hiddenProperty());
        labs.linearProperty().addListener((_, _, now) -> now.ifPresentOrElse(this::showLinear, this::hideLinear));
        workbench.frameProperty().addListener((_, _, frame) -> frame.ifPresentOrElse(boundary::show, boundary::showBlank));
        boundary.drawnProperty().bind(draw.visibleProperty());
        draw.drawingProperty().subscribe(drawing -> boundary.panByLeftProperty().set(!drawing));
        draw.drawOn(boundary.surface(), boundary::domain, boundary::cursorPlace);
    }

    /// The picture the mouse was over last: what Ctrl+S saves.
    Picture lastTouched() {
        return lastTouched;
    }

    Picture boundaryPicture() {
        return new Picture("decision-boundary", boundary.plot(), boundary::density);
    }

    /// The large picture: the boundary, or for image data what stands in its place.
    Picture mainPicture() {
        return images.hasPictures().get() ? imagesPicture() : boundaryPicture();
    }

    Picture lossPicture() {
        return new Picture("loss", curves.loss(), _ -> { });
    }

    Picture accuracyPicture() {
        return new Picture("accuracy", curves.accuracy(), _ -> { });
    }

    Picture networkPicture() {
        return new Picture("network", network.picture(), network::density);
    }

    private Picture imagesPicture() {
        return new Picture("pictures", images.picture(), images::density);
    }

    Picture windowPicture() {
        return new Picture(Picture.WINDOW, this, density -> {
            boundary.density(density);
            network.density(density);
            confusion.density(density);
            images.density(density);
        });
    }

    Picture histogramsPicture() {
        return new Picture("histograms", histograms.picture(), _ -> { });
    }

    Picture confusionPicture() {
        return new Picture("confusion-matrix", confusion.picture(), confusion::density);
    }

    /// Saves the curves as a table, once that is on offer.
    void saveTable() {
        saveTable.run();
    }

    /// Lets the curves be saved as a table, by a button too.
    void offerTable(CurvesSaver saver) {
        Runnable onSave = () -> saver.save(lock.hiddenProperty().get());
        saveTable = onSave;
        Caption caption = new Caption(Texts.text("curves.csv"), "save-curves-button", Texts.text("curves.csv.tip"));
        curves.toolbar().add(IconButtons.icon(Feather.FILE_TEXT, caption, onSave));
    }

    BooleanProperty discretizeProperty() {
        return boundary.discretizeProperty();
    }

    BooleanProperty showTestPointsProperty() {
        return boundary.showTestPointsProperty();
    }

    BooleanProperty logLossProperty() {
        return curves.loss().chart().logYProperty();
    }

    /// The pages of the window; their buttons stand in the header.
    Pages pages() {
        return pages;
    }

    /// Draws these runs behind the one at hand, in place of those drawn so before; the linear ghost stays.
    void showPinned(Collection<GhostRun> pinned) {
        List<GhostRun> shown = new ArrayList<>(pinned);
        shown.addAll(curves.ghosts().filtered(ExplorerView::isLinear));
        curves.ghosts().setAll(shown);
    }

    /// Adds the page of labs, beside the sidebar, whose network they look at.
    void addLabs() {
        pages.add("labs", labs);
    }

    /// Adds a page that takes the place of the sidebar too.
    void addWide(String name, Region page) {
        pages.add(name, page);
        wide = wide.or(page.visibleProperty());
        getLeft().visibleProperty().bind(wide.not());
        getLeft().managedProperty().bind(getLeft().visibleProperty());
    }

    private void showLinear(Linear linear) {
        boundary.showGhost(linear.mlp(), linear.parameters());
        hideLinearCurve();
        curves.ghosts().add(new GhostRun(Texts.text("labs.linear"), LINEAR_COLOR, linear.log()));
    }

    private void hideLinear() {
        boundary.clearGhost();
        hideLinearCurve();
    }

    private void hideLinearCurve() {
        curves.ghosts().removeIf(ExplorerView::isLinear);
    }

    private static boolean isLinear(GhostRun run) {
        return run.name().equals(Texts.text("labs.linear"));
    }

    TestLock lock() {
        return lock;
    }

    LabsView labs() {
        return labs;
    }

    /// Puts the header above everything.
    void setHeader(Node header) {
        top.getChildren().setAll(header);
    }

    /// Puts a strip below the pictures.
    void addStrip(Node strip) {
        explore.getChildren().add(strip);
    }

    Session session(double pace) {
        SplitPane split = (SplitPane) explore.getChildren().getFirst();
        return new Session(
                pages.shown(), side.getSelectionModel().getSelectedIndex(), split.getDividerPositions()[0], pace);
    }

    void restore(Session session) {
        pages.show(session.page());
        side.getSelectionModel().select(session.tab());
        ((SplitPane) explore.getChildren().getFirst()).setDividerPositions(session.divider());
    }

    void toggleDiscretize() {
        discretizeProperty().set(!discretizeProperty().get());
    }

    void toggleTestPoints() {
        showTestPointsProperty().set(!showTestPointsProperty().get());
    }

    /// Whether the capacity strip is unfolded.
    BooleanProperty capacityProperty() {
        return capacity.expandedProperty();
    }

    /// Offers to download MNIST.
    void offerMnist() {
        overlays.offerMnist();
    }

    /// Opens files that are dropped anywhere on `scene`.
    void takeDropsOn(Scene scene) {
        overlays.takeDropsOn(scene);
    }

    void pulse() {
        curves.pulse();
        histograms.pulse();
        overlays.pulse();
        capacity.pulse();
        boundary.pulse();
        labs.pulse();
        network.pulse();
        confusion.pulse();
        time.pulse();
        images.pulse();
    }

    void close() {
        histograms.close();
        overlays.close();
        capacity.close();
        boundary.close();
        labs.close();
        network.close();
        time.close();
        confusion.close();
        images.close();
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

    /// The boundary, or what stands in its place for pictures, and beside it the tabs.
    private SplitPane pictures(Consumer<Picture> onSave) {
        boundary.toolbar().getChildren().add(saveButton(boundaryPicture(), onSave));
        curves.loss().toolbar().addAll(logButton(), saveButton(lossPicture(), onSave));
        curves.accuracy().toolbar().add(saveButton(accuracyPicture(), onSave));
        confusion.toolbar().getChildren().add(saveButton(confusionPicture(), onSave));
        network.toolbar().getChildren().add(saveButton(networkPicture(), onSave));
        histograms.toolbar().getChildren().add(saveButton(histogramsPicture(), onSave));
        images.toolbar().getChildren().add(saveButton(imagesPicture(), onSave));
        for (Picture picture : List.of(boundaryPicture(), lossPicture(), accuracyPicture(), networkPicture(), confusionPicture(),
                histogramsPicture(), imagesPicture())) {
            picture.node().setOnMouseEntered(_ -> lastTouched = picture);
        }
        side.setId("side-tabs");
        side.setAccessibleText(Texts.text("tabs"));
        side.getStyleClass().add("side-tabs");
        side.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        side.getTabs().addAll(tab("curves", curves), tab("network", network), tab("confusion", confusion), tab("histograms", histograms));
        side.setMinWidth(LEAST_WIDTH);
        BorderPane plot = new BorderPane(boundary, draw, null, null, null);
        plot.visibleProperty().bind(images.hasPictures().not());
        images.visibleProperty().bind(images.hasPictures());
        StackPane main = new StackPane(plot, images);
        main.setMinWidth(LEAST_BOUNDARY);
        SplitPane pictures = new SplitPane(main, side);
        pictures.setId("pictures");
        pictures.getStyleClass().add("pictures");
        pictures.setDividerPositions(BOUNDARY_SHARE);
        return pictures;
    }

    /// A tab beside the boundary; what it holds does no work while another one is selected.
    private static Tab tab(String name, Region content) {
        Tab tab = new Tab(Texts.text("tab." + name), content);
        tab.setId(name + "-tab");
        return tab;
    }

    private Node logButton() {
        var button = IconButtons.toggle(
                Feather.TRENDING_DOWN, new Caption(Texts.text("chart.log"), "log-loss-button", Texts.text("chart.log.tip")));
        button.selectedProperty().bindBidirectional(logLossProperty());
        button.getStyleClass().add("no-picture");
        return button;
    }

    private static Button saveButton(Picture picture, Consumer<Picture> onSave) {
        Caption caption = new Caption(
                Texts.text("save.button"), "save-" + picture.name() + "-button", Texts.text("save.button.tip"));
        Button button = IconButtons.icon(Feather.DOWNLOAD, caption, () -> onSave.accept(picture));
        button.getStyleClass().add("no-picture");
        return button;
    }
}
