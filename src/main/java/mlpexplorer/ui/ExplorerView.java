package mlpexplorer.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mlpexplorer.ui.capacity.CapacityStrip;
import mlpexplorer.ui.data.DataPane;
import mlpexplorer.ui.data.DataSources;
import mlpexplorer.ui.doctor.DoctorPane;
import mlpexplorer.ui.files.FileVerbs;
import mlpexplorer.ui.fx.Caption;
import mlpexplorer.ui.fx.IconButtons;
import mlpexplorer.ui.fx.Lazy;
import mlpexplorer.ui.history.TimeBar;
import mlpexplorer.ui.labs.GhostTrainer;
import mlpexplorer.ui.labs.LabFiles;
import mlpexplorer.ui.labs.LabsView;
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
    private BooleanExpression wide = new SimpleBooleanProperty(false);
    private Runnable saveTable = () -> { };

    /// @param places asks where to save a file of that name
    ExplorerView(
            Workbench workbench, Consumer<Picture> onSave, LabFiles files, FileVerbs verbs,
            Function<String, Optional<Path>> places) {
        overlays = new Overlays(workbench, verbs);
        capacity = new CapacityStrip(workbench);
        lock = new TestLock(workbench.runProperty());
        ghost = new GhostTrainer(workbench);
        labs = new Lazy<>(() -> new LabsView(workbench, files, ghost, lock, () -> pages.show("sweep")));
        pictures = new PicturePanes(workbench, onSave, lock.hiddenProperty());
        time = new TimeBar(workbench, places);
        getStyleClass().add("explorer");
        // The first child, so that Tab goes from the top of the window to its foot.
        setTop(top);
        setLeft(sidebar(workbench, overlays));
        VBox.setVgrow(pictures, Priority.ALWAYS);
        explore.getChildren().addAll(pictures, new DoctorPane(workbench), time);
        pages.add("explore", () -> explore);
        setCenter(overlays.over(pages));
        StatusLine status = new StatusLine(workbench);
        setBottom(status);
        status.testHiddenProperty().bind(lock.hiddenProperty());
        ghost.linearProperty().addListener((_, _, now) -> pictures.show(now));
    }

    /// The pictures of the run at hand.
    PicturePanes pictures() {
        return pictures;
    }

    Picture windowPicture() {
        return new Picture(Picture.WINDOW, this, pictures::density);
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
        pictures.addToCurves(IconButtons.icon(Feather.FILE_TEXT, caption, onSave));
    }

    /// The pages of the window; their buttons stand in the header.
    Pages pages() {
        return pages;
    }

    /// Adds the page of labs, beside the sidebar, whose network they look at.
    void addLabs() {
        pages.add("labs", labs);
    }

    /// Adds a page that takes the place of the sidebar too.
    void addWide(String name, Supplier<? extends Region> page) {
        wide = wide.or(pages.add(name, page));
        getLeft().visibleProperty().bind(wide.not());
        getLeft().managedProperty().bind(getLeft().visibleProperty());
    }

    TestLock lock() {
        return lock;
    }

    /// The labs' page, which is made the first time.
    LabsView labs() {
        return labs.get();
    }

    GhostTrainer ghost() {
        return ghost;
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
        return new Session(pages.shown(), pictures.tab(), pictures.divider(), pace);
    }

    void restore(Session session) {
        pages.show(session.page());
        pictures.restore(session.tab(), session.divider());
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
        pictures.pulse();
        overlays.pulse();
        capacity.pulse();
        ghost.pulse(System.nanoTime());
        labs.ifMade(LabsView::pulse);
        time.pulse();
    }

    void close() {
        pictures.close();
        overlays.close();
        capacity.close();
        ghost.close();
        labs.ifMade(LabsView::close);
        time.close();
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
