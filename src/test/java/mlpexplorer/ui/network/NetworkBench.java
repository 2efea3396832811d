package mlpexplorer.ui.network;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Activation;
import mlpexplorer.nn.Initializer;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.training.Frame;
import mlpexplorer.training.StopRule;
import mlpexplorer.ui.fx.FramePump;
import mlpexplorer.ui.fx.Theme;
import mlpexplorer.ui.workbench.Workbench;

/// Prints what the diagram costs the FX thread a frame, and what it leaves of the training speed, shown and hidden.
public final class NetworkBench {
    private static final long SECONDS = 3;

    private NetworkBench() {}

    static void main() {
        Platform.startup(() -> Platform.setImplicitExit(false));
        measure("2-8-8-2", 8, 8);
        measure("2-32-32-2", 32, 32);
        measure("2-64x6-2", 64, 64, 64, 64, 64, 64);
        Platform.exit();
    }

    private static void measure(String name, Integer... hidden) {
        RunSpec usual = new RunSpec().withData(new DataSpec.Spiral(500, 2, 1.75, 0.05));
        RunSpec spec = usual
                .withModel(new ModelSpec(List.of(hidden), Activation.TANH, new Initializer.Xavier()))
                .withTraining(usual.training().withRate(0.001).withStop(new StopRule().withEpochs(StopRule.MAX_EPOCHS)));
        Workbench workbench = onFxThread(() -> new Workbench(spec));
        NetworkView view = onFxThread(() -> new NetworkView(workbench));
        FramePump pump = onFxThread(() -> open(workbench, view));
        for (boolean shown : new boolean[] {true, false, true, false}) {
            onFxThread(() -> {
                view.setVisible(shown);
                return shown;
            });
            LockSupport.parkNanos(1_000_000_000);
            pump.resetMeasurements();
            long before = epoch(workbench);
            LockSupport.parkNanos(SECONDS * 1_000_000_000);
            System.out.printf("%s %s: %.0f epochs/s, pulse median %.2f ms, p99 %.2f ms, %.0f frames/s%n", name, shown ? "shown" : "hidden",
                    (double) (epoch(workbench) - before) / SECONDS, pump.busyMillis(0.5), pump.busyMillis(0.99), pump.framesPerSecond());
        }
        onFxThread(() -> {
            pump.close();
            view.close();
            workbench.close();
            view.getScene().getWindow().hide();
            return name;
        });
    }

    private static FramePump open(Workbench workbench, NetworkView view) {
        Scene scene = new Scene(new StackPane(view), 620, 600);
        Theme.LIGHT.applyTo(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        workbench.paceProperty().set(Double.POSITIVE_INFINITY);
        workbench.play();
        FramePump pump = new FramePump(() -> {
            workbench.pulse(System.nanoTime());
            view.pulse();
        });
        pump.start();
        return pump;
    }

    private static long epoch(Workbench workbench) {
        return onFxThread(() -> workbench.frameProperty().get().map(Frame::epoch).orElse(0L));
    }

    private static <T> T onFxThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater).join();
    }
}
