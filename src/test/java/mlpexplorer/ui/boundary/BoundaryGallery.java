package mlpexplorer.ui.boundary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import mlpexplorer.ui.field.Runs;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.ui.fx.PngFile;
import mlpexplorer.ui.fx.Theme;

/// Writes pictures of the boundary pane in every state into a folder (first argument), to be looked at.
public final class BoundaryGallery {
    private final Path folder;
    private final Theme theme;
    private final int width;

    private BoundaryGallery(Path folder, Theme theme, int width) {
        this.folder = folder;
        this.theme = theme;
        this.width = width;
    }

    static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Platform.startup(() -> Platform.setImplicitExit(false));
        Split spiral = Runs.split(new DataSpec.Spiral(450, 3, 1.75, 0.1));
        Split five = Runs.split(new DataSpec.Spiral(500, 5, 0.6, 0.25));
        Split circles = Runs.split(new DataSpec.Circles(300, 0.3));
        Split xor = Runs.split(new DataSpec.Xor(300, 0.3));
        Split table = Runs.split(new DataSpec.XorTable());
        ModelSpec relu = Runs.model(Activation.RELU, 12, 12);
        for (Theme theme : Theme.values()) {
            for (int width : new int[] {420, 900}) {
                BoundaryGallery gallery = new BoundaryGallery(folder, theme, width);
                gallery.paint("empty", _ -> { });
                gallery.paint("no-plane", view -> view.show(Runs.trained(Runs.split(4, 1, 2, 3, 4, 5, 6, 7, 8), relu, 0)));
                gallery.paint("spiral3", view -> view.show(Runs.trained(spiral, Runs.TANH_16_16, 600)));
                gallery.paint("spiral3-early", view -> view.show(Runs.trained(spiral, Runs.TANH_16_16, 12)));
                gallery.paint("spiral3-discrete-test", view -> {
                    view.discretizeProperty().set(true);
                    view.showTestPointsProperty().set(true);
                    view.show(Runs.trained(spiral, Runs.TANH_16_16, 600));
                });
                gallery.paint("spiral5", view -> view.show(Runs.trained(five, Runs.TANH_16_16, 60)));
                gallery.paint("circles", view -> view.show(Runs.trained(circles, Runs.TANH_16_16, 40)));
                gallery.paint("circles-test", view -> {
                    view.showTestPointsProperty().set(true);
                    view.show(Runs.trained(circles, Runs.TANH_16_16, 3));
                });
                gallery.paint("xor-relu-discrete", view -> {
                    view.discretizeProperty().set(true);
                    view.show(Runs.trained(xor, relu, 60));
                });
                gallery.paint("xor-table", view -> view.show(Runs.trained(table, Runs.TANH_16_16, 100)));
            }
        }
        Platform.exit();
    }

    private void paint(String name, Consumer<BoundaryView> prepare) {
        BoundaryView view = onFxThread(() -> open(prepare));
        LockSupport.parkNanos(600_000_000);
        onFxThread(() -> save(name, view));
    }

    private BoundaryView open(Consumer<BoundaryView> prepare) {
        BoundaryView view = new BoundaryView(ResourceBundle.getBundle("mlpexplorer.ui.messages"));
        Scene scene = new Scene(view, width, width);
        theme.applyTo(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        prepare.accept(view);
        return view;
    }

    private Path save(String name, BoundaryView view) {
        Region surface = (Region) view.lookup("#boundary-surface");
        double x = 0.7 * surface.getWidth();
        double y = 0.42 * surface.getHeight();
        surface.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_MOVED, x, y, x, y, MouseButton.NONE, 0, false, false, false, false, false, false, false,
                false, false, false, null));
        view.pulse();
        view.close();
        Path file = folder.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png");
        try {
            PngFile.write(file, PngFile.snapshot(view, 1, Color.TRANSPARENT), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        view.getScene().getWindow().hide();
        return file;
    }

    private static <T> T onFxThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }
}
