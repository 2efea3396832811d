package mlpexplorer.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.training.Frame;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.files.FileVerbs;
import mlpexplorer.ui.fx.BackgroundJobs;
import mlpexplorer.ui.fx.Jobs;
import mlpexplorer.ui.fx.PngFile;
import mlpexplorer.ui.fx.ThemeChoice;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.workbench.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// The whole window for one test, driven by ids, with a home folder of its own and files that the test answers for.
abstract class WindowTest extends ApplicationTest {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    Path home;

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
        Settings settings = new Settings(home);
        settings.theme(theme);
        interact(() -> {
            explorer = new Explorer(spec, settings, (_, _) -> answer.get(), () -> { });
            stage.setScene(explorer.scene());
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1280);
            stage.setHeight(720);
            stage.show();
        });
        await(() -> workbench().frameProperty().get().isPresent());
    }

    final Workbench workbench() {
        return explorer.workbench();
    }

    /// Opening and saving as the menus do it.
    final FileVerbs explorerVerbs() {
        return new FileVerbs(workbench(), jobs, new WindowDialogs((_, _) -> answer.get(), new Settings(home)));
    }

    final Frame frame() {
        return workbench().frameProperty().get().orElseThrow();
    }

    final Phase phase() {
        return workbench().phaseProperty().get();
    }

    /// A tooltip under the mouse would eat the next click.
    final void click(String id) {
        clickOn(id);
        moveTo(stage);
    }

    final String words(String id) {
        return lookup(id).queryAs(Labeled.class).getText();
    }

    /// A place of a node on the screen, in shares of its width and height.
    final Point2D on(String id, double across, double down) {
        Node node = lookup(id).query();
        Bounds bounds = node.localToScreen(node.getBoundsInLocal());
        return new Point2D(
                bounds.getMinX() + across * bounds.getWidth(), bounds.getMinY() + down * bounds.getHeight());
    }

    final void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
                AtomicReference<Boolean> holds = new AtomicReference<>(false);
                interact(() -> holds.set(condition.getAsBoolean()));
                return holds.get();
            });
        } catch (TimeoutException e) {
            throw new AssertionError("It did not happen", e);
        }
    }

    /// Leaves a picture of the window in `target/screenshots`. Some pulses pass first, so that fields and curves on their way
    /// arrive.
    final void take(String name) throws IOException {
        for (int pulse = 0; pulse < 30; pulse++) {
            WaitForAsyncUtils.waitForFxEvents();
        }
        sleep(300);
        AtomicReference<WritableImage> picture = new AtomicReference<>();
        interact(() -> picture.set(stage.getScene().snapshot(null)));
        Files.createDirectories(PICTURES);
        PngFile.write(PICTURES.resolve(name + ".png"), picture.get(), Map.of());
    }

    static String name(ThemeChoice theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }
}
