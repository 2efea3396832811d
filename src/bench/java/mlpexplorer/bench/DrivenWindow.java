package mlpexplorer.bench;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.stage.Stage;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.ui.Explorer;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.workbench.Workbench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// The real window at 1280 × 720, driven from another thread, with a meter on each of its pulses.
/// What it shows counts from the moment at which a pulse has laid it out and hands it to the
/// renderer.
final class DrivenWindow implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private record Wait(BooleanSupplier condition, CompletableFuture<Long> seen) {}

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Wait> waits = new ArrayList<>();
    private final Quantiles pulse = new Quantiles();
    private final Quantiles processor = new Quantiles();
    private final Explorer explorer;
    private final Stage stage;
    private long pulseBegan;
    private long processorBefore;

    private DrivenWindow(Path home, RunSpec spec) {
        stage = new Stage();
        explorer = new Explorer(spec, new Settings(home), (_, _) -> Optional.empty(), stage::close);
        stage.setScene(explorer.scene());
        stage.setWidth(1280);
        stage.setHeight(720);
        explorer.scene().addPreLayoutPulseListener(() -> pulseBegan = System.nanoTime());
        explorer.scene().addPostLayoutPulseListener(this::laidOut);
        stage.show();
    }

    static DrivenWindow open(Path home, RunSpec spec) {
        return on(() -> new DrivenWindow(home, spec));
    }

    /// Runs `task` on the FX thread and returns its result.
    static <T> T on(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, Platform::runLater).join();
    }

    static void run(Runnable task) {
        CompletableFuture.runAsync(task, Platform::runLater).join();
    }

    Workbench workbench() {
        return explorer.workbench();
    }

    Explorer explorer() {
        return explorer;
    }

    /// The node with this id. FX thread.
    <N extends Node> N node(Class<N> type, String id) {
        return type.cast(explorer.scene().lookup("#" + id));
    }

    /// Does `act` and returns the milliseconds until `visible` held at the end of a pulse.
    double millisUntil(Runnable act, BooleanSupplier visible)
            throws InterruptedException, TimeoutException {
        CompletableFuture<Long> seen = new CompletableFuture<>();
        long began =
                on(() -> {
                    long now = System.nanoTime();
                    act.run();
                    waits.add(new Wait(visible, seen));
                    return now;
                });
        try {
            return (seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS) - began) / 1e6;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void laidOut() {
        long now = System.nanoTime();
        pulse.add((now - pulseBegan) / 1e6);
        long spent = threads.getCurrentThreadCpuTime();
        processor.add((spent - processorBefore) / 1e6);
        processorBefore = spent;
        waits.removeIf(wait -> wait.condition().getAsBoolean() && wait.seen().complete(now));
    }

    /// A number that changes with the field on screen. FX thread.
    int fieldOnScreen() {
        return imageIn(explorer.scene().lookup("#boundary-plot")).map(DrivenWindow::hash).orElse(0);
    }

    private static Optional<ImageView> imageIn(Node node) {
        if (node instanceof ImageView view) {
            return Optional.of(view);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(DrivenWindow::imageIn)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private static int hash(ImageView view) {
        var image = view.getImage();
        if (image == null) {
            return 0;
        }
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return Arrays.hashCode(argb);
    }

    /// Restarts the measurement of pulses. FX thread.
    void resetMeters() {
        pulse.clear();
        processor.clear();
        processorBefore = threads.getCurrentThreadCpuTime();
    }

    /// Milliseconds from a pulse's style pass to the end of its layout. FX thread.
    Quantiles layoutMillis() {
        return pulse;
    }

    /// Milliseconds of processor time that the FX thread took from one pulse to the next: all its
    /// work, whatever else the machine did meanwhile. FX thread.
    Quantiles processorMillis() {
        return processor;
    }

    @Override
    public void close() {
        run(() -> {
            explorer.close();
            stage.close();
        });
    }
}
