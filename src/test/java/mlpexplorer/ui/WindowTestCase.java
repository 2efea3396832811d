package mlpexplorer.ui;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import mlpexplorer.Screenshots;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.store.RunStore;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.Overlay;
import mlpexplorer.ui.controls.RobotTestCase;
import mlpexplorer.ui.controls.ThemeChoice;
import mlpexplorer.ui.controls.Visibility;
import mlpexplorer.ui.export.FileSaver;
import mlpexplorer.ui.files.FileActions;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.workbench.Workbench;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A complete window for one test, driven by ids, with its own home folder and predefined answers
/// to file dialogs.
abstract class WindowTestCase extends RobotTestCase {
    private static final int MAX_LAYOUT_PASSES = 10;
    private static final int EQUAL_LOOKS = 2;

    @TempDir Path home;

    final AtomicReference<Optional<Path>> answer = new AtomicReference<>(Optional.empty());
    private final Jobs jobs = new BackgroundJobs("test-files", 1);
    private Stage stage;
    private Explorer explorer;

    @Override
    public final void start(Stage shared) {
        stage = new Stage();
    }

    @AfterEach
    final void close() {
        interact(explorer::close);
        jobs.close();
        interact(stage::hide);
    }

    final void open(ThemeChoice theme, RunSpec spec) {
        open(theme, spec, 1280, 720);
    }

    final void open(ThemeChoice theme, RunSpec spec, double width, double height) {
        Settings settings = new Settings(home);
        settings.theme(theme);
        settings.setFlag("capacity", true, trainsOtherSizes());
        interact(() -> show(settings, spec, width, height));
        await(() -> workbench().frameProperty().get().isPresent());
    }

    /// Whether the capacity section is expanded, which trains five more networks after each change
    /// of the model or the data.
    boolean trainsOtherSizes() {
        return false;
    }

    /// Closes the window and opens it again in its last state.
    final void reopen() {
        interact(explorer::close);
        Settings settings = new Settings(home);
        interact(() -> show(settings, settings.spec().orElseGet(RunSpec::new), 1280, 720));
    }

    private void show(Settings settings, RunSpec spec, double width, double height) {
        explorer = new Explorer(spec, settings, (_, _) -> answer.get(), stage::close);
        stage.setScene(explorer.scene());
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
    }

    final Explorer explorer() {
        return explorer;
    }

    final Stage stage() {
        return stage;
    }

    final Workbench workbench() {
        return explorer.workbench();
    }

    /// Opening and saving as the menus do it.
    final FileActions fileActions() {
        return new FileActions(
                workbench(),
                jobs,
                new FileSaver(
                        workbench(),
                        (_, _) -> answer.get(),
                        new Settings(home),
                        Settings.Folder.FILES,
                        jobs),
                new Overlay());
    }

    final Frame frame() {
        return workbench().frameProperty().get().orElseThrow();
    }

    final long epoch() {
        return workbench().frameProperty().get().map(frame -> frame.metrics().epoch()).orElse(-1L);
    }

    final Phase phase() {
        return workbench().phaseProperty().get();
    }

    /// Trains to the end, as fast as it goes. A change of the settings may have trained already;
    /// training on would then extend the run.
    final void trainToTheEnd() {
        await(this::isCurrent);
        interact(() -> {
            workbench().pace().limitProperty().set(Double.POSITIVE_INFINITY);
            if (phase() instanceof Phase.Ready || phase() instanceof Phase.Paused) {
                workbench().play();
            }
        });
        await(() -> isCurrent() && phase() instanceof Phase.Finished);
    }

    private boolean isCurrent() {
        return frame().generation() == workbench().runProperty().get().generation();
    }

    /// The runs in the store of the window. A run that is replaced within a fraction of a second is
    /// not saved, so wait for it here before replacing it.
    final List<RunSummary> savedRuns() {
        Path file = home.resolve(RunStore.FILE);
        if (Files.notExists(file)) {
            return List.of();
        }
        try (RunStore store = RunStore.open(file)) {
            return store.list();
        }
    }

    /// A tooltip under the mouse would consume the next click.
    final void click(String id) {
        clickOn(id).moveTo("#status-line");
    }

    final void selectTab(String tabs, String id) {
        interact(() -> {
            TabPane pane = lookup(tabs).queryAs(TabPane.class);
            pane.getTabs().stream()
                    .filter(tab -> id.equals(tab.getId()))
                    .forEach(pane.getSelectionModel()::select);
        });
    }

    /// Chooses an item of the menu bar.
    final void choose(String id) {
        interact(() ->
                lookup(".menu-bar").<MenuBar>query().getMenus().stream()
                        .flatMap(WindowTestCase::items)
                        .filter(item -> id.equals(item.getId()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    private static Stream<MenuItem> items(MenuItem item) {
        return item instanceof Menu menu
                ? menu.getItems().stream().flatMap(WindowTestCase::items)
                : Stream.of(item);
    }

    /// Scrolls the sidebar until the control is visible.
    final void show(String query) {
        interact(() -> {
            ScrollPane sidebar = lookup("#sidebar").queryAs(ScrollPane.class);
            Node control = lookup(query).query();
            sidebar.layout();
            double height =
                    sidebar.getContent().getBoundsInLocal().getHeight()
                            - sidebar.getViewportBounds().getHeight();
            double top =
                    sidebar.getContent()
                            .sceneToLocal(control.localToScene(control.getBoundsInLocal()))
                            .getMinY();
            sidebar.setVvalue((top - 200) / height);
        });
    }

    /// Replaces the text of a field and commits it.
    final void enter(String id, String text) {
        TextField field = lookup(id).queryAs(TextField.class);
        interact(() -> {
            field.requestFocus();
            field.selectAll();
        });
        write(text).push(KeyCode.ENTER);
    }

    /// A position in a node on the screen, as fractions of its width and height.
    final Point2D on(String id, double across, double down) {
        Node node = lookup(id).query();
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(
                bounds.getMinX() + across * bounds.getWidth(),
                bounds.getMinY() + down * bounds.getHeight());
    }

    /// Compares a picture of the window with its thumbnail.
    final void take(String name) throws IOException {
        take(name, stage.getScene());
    }

    /// As [#take(String)] in a window of this size. The headless screen is smaller, so the content
    /// is larger than its scene. (In a scene of its own, JavaFX would print warnings about colors
    /// that it looks up while the content moves.)
    final void takeLarge(String name, double width, double height) throws IOException {
        Parent content = explorer.scene().getRoot();
        double widthBefore = explorer.scene().getWidth();
        double heightBefore = explorer.scene().getHeight();
        interact(() -> content.resize(width, height));
        take(name, content, () -> picture(new Rectangle2D(0, 0, width, height)));
        interact(() -> content.resize(widthBefore, heightBefore));
    }

    /// Waits for the networks of the capacity strip.
    final void take(String name, Scene scene) throws IOException {
        take(name, scene.getRoot(), () -> scene.snapshot(null));
    }

    private void take(String name, Parent content, Supplier<WritableImage> snapshot)
            throws IOException {
        await(() ->
                content.lookupAll(".capacity-cell").stream()
                        .noneMatch(cell ->
                                Visibility.now(cell) && ((Labeled) cell).getText().endsWith("…")));
        Runnable restore = call(() -> Screenshots.hideFolders(content));
        Screenshots.check(name, settled(snapshot));
        interact(restore);
    }

    /// Takes pictures until two in a row are equal, so that pending fields and curves have arrived;
    /// gives up after some attempts if something never stops changing.
    private WritableImage settled(Supplier<WritableImage> snapshot) {
        int[] before = {};
        int equal = 1;
        for (int looks = 1; ; looks++) {
            for (int pulse = 0; pulse < 6; pulse++) {
                awaitPulse();
            }
            AtomicReference<WritableImage> picture = new AtomicReference<>();
            interact(() -> picture.set(snapshot.get()));
            int[] now = pixels(picture.get());
            equal = Arrays.equals(before, now) ? equal + 1 : 1;
            if (equal == EQUAL_LOOKS || looks == MAX_LAYOUT_PASSES) {
                return picture.get();
            }
            before = now;
        }
    }

    /// A part of the window after layout. FX thread.
    final WritableImage picture(Rectangle2D part) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setViewport(part);
        return stage.getScene().getRoot().snapshot(parameters, null);
    }

    static int[] pixels(WritableImage picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] argb = new int[width * height];
        picture.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return argb;
    }

    static String name(ThemeChoice theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }
}
