package mlpexplorer.ui.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.nn.Optimizer;
import mlpexplorer.training.Phase;
import mlpexplorer.ui.fx.PngFile;
import mlpexplorer.ui.fx.Theme;
import mlpexplorer.ui.workbench.Workbench;

/// Writes pictures of the network diagram in every state into a folder (first argument), to be looked at. A second argument
/// is a folder with the MNIST test files.
public final class NetworkGallery {
    private final Path folder;
    private final Theme theme;

    private NetworkGallery(Path folder, Theme theme) {
        this.folder = folder;
        this.theme = theme;
    }

    static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Platform.startup(() -> Platform.setImplicitExit(false));
        RunSpec spiral = new RunSpec().withData(new DataSpec.Spiral(300, 2, 1.25, 0.05));
        RunSpec iris = new RunSpec().withData(new DataSpec.Iris());
        for (Theme theme : Theme.values()) {
            NetworkGallery gallery = new NetworkGallery(folder, theme);
            gallery.paint("spiral", spiral, 560, 560, _ -> { });
            gallery.paint("spiral-hover", spiral, 560, 560, view -> at(view, 2, 2, false));
            gallery.paint("spiral-bias", spiral, 560, 560, view -> at(view, 1, 2, true));
            gallery.paint("spiral-narrow", spiral, 280, 500, view -> at(view, 1, 1, false));
            gallery.paint("spiral-wide", with(spiral, Activation.RELU, 8, 8), 900, 600, _ -> { });
            gallery.paint("none", with(spiral, Activation.TANH), 560, 560, _ -> { });
            gallery.paint("deep", with(new RunSpec().withData(new DataSpec.Spiral(300, 3, 1, 0.05)), Activation.TANH, 64, 64, 64, 64, 64, 64), 560, 560, _ -> { });
            gallery.paint("deep-hover", with(spiral, Activation.TANH, 64, 64, 64, 64, 64, 64), 560, 560, view -> at(view, 3, 4, false));
            gallery.paint("iris", iris, 560, 560, view -> at(view, 1, 3, false));
            if (args.length > 1) {
                DataSpec.Idx digits = new DataSpec.Idx(args[1] + "/t10k-images-idx3-ubyte.gz", args[1] + "/t10k-labels-idx1-ubyte.gz", Optional.of(2000));
                gallery.paint("digits", with(new RunSpec().withData(digits), Activation.RELU, 32, 16), 560, 560, view -> at(view, 1, 3, false));
            }
        }
        Platform.exit();
    }

    private static RunSpec with(RunSpec spec, Activation activation, Integer... hidden) {
        return spec.withModel(new ModelSpec(List.of(hidden), activation, new Initializer.Xavier()));
    }

    private static void at(NetworkView view, int column, int index, boolean bias) {
        Region board = (Region) view.lookup("#network-diagram");
        DiagramLayout layout = view.drawn().orElseThrow();
        Target.Unit unit = new Target.Unit(column, index);
        double x = bias ? layout.biasX(column) : layout.x(column) + layout.box() / 2;
        double y = bias ? layout.biasY(unit) : layout.middle(unit);
        var kind = bias ? MouseEvent.MOUSE_PRESSED : MouseEvent.MOUSE_MOVED;
        board.fireEvent(new MouseEvent(
                kind, x, y, x, y, bias ? MouseButton.PRIMARY : MouseButton.NONE, 0, false, false, false, false, false, false, false,
                false, false, false, null));
    }

    private void paint(String name, RunSpec spec, double width, double height, Consumer<NetworkView> prepare) {
        int epochs = name.startsWith("digits") ? 2 : name.startsWith("deep") ? 60 : 150;
        Workbench workbench = onFxThread(() -> new Workbench(spec.withTraining(
                spec.training().withOptimizer(new Optimizer.Adam()).withRate(0.01)
                        .withStop(spec.training().stop().withEpochs(epochs)))));
        NetworkView view = onFxThread(() -> new NetworkView(workbench));
        AnimationTimer pump = onFxThread(() -> pump(workbench, view));
        onFxThread(() -> {
            Scene scene = new Scene(new StackPane(view), width, height);
            theme.applyTo(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            workbench.play();
            return true;
        });
        await(() -> workbench.phaseProperty().get() instanceof Phase.Finished);
        LockSupport.parkNanos(600_000_000);
        onFxThread(() -> {
            prepare.accept(view);
            return true;
        });
        LockSupport.parkNanos(800_000_000);
        onFxThread(() -> save(name + "-" + theme.name().toLowerCase(Locale.ROOT), view, pump, workbench));
    }

    private static AnimationTimer pump(Workbench workbench, NetworkView view) {
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                workbench.pulse(now);
                view.pulse();
            }
        };
        timer.start();
        return timer;
    }

    private Path save(String name, NetworkView view, AnimationTimer pump, Workbench workbench) {
        Path file = folder.resolve(name + ".png");
        try {
            PngFile.write(file, PngFile.snapshot(view, 1, Color.TRANSPARENT), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pump.stop();
        view.close();
        workbench.close();
        view.getScene().getWindow().hide();
        return file;
    }

    private static void await(BooleanSupplier condition) {
        while (!onFxThread(condition::getAsBoolean)) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static <T> T onFxThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }

}
