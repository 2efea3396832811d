package mlpexplorer.packaging;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

import mlpexplorer.ui.App;
import mlpexplorer.ui.concurrent.FxThread;
import mlpexplorer.ui.labs.LabName;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/// Opens the window without a display, trains, looks at each page and each lab, and closes it, as
/// fast as it goes: for the virtual machine to see which classes a start needs.
public final class AotWindowTraining {
    private static final long BLINK_NANOS = 50_000_000;
    private static final long LOOK_NANOS = 300_000_000;
    private static final long TRAIN_NANOS = 1_500_000_000;

    private final App app = new App();
    private final Stage stage = new Stage();

    private AotWindowTraining() {
        app.start(stage);
    }

    /// Returns when the window is closed.
    public static void run() throws IOException {
        FxThread.startHeadless();
        AotWindowTraining training = FxThread.call(AotWindowTraining::new);
        look(LOOK_NANOS);
        FxThread.run(() -> training.press("train-button"));
        look(TRAIN_NANOS);
        for (Node page :
                FxThread.call(() ->
                        training.stage
                                .getScene()
                                .getRoot()
                                .lookup("#page-buttons")
                                .lookupAll(".toggle-button"))) {
            FxThread.run(((ToggleButton) page)::fire);
            look(LOOK_NANOS);
        }
        for (int lab = 0; lab < LabName.values().length; lab++) {
            int next = lab;
            FxThread.run(() -> training.labs().getSelectionModel().select(next));
            look(BLINK_NANOS);
        }
        FxThread.run(training::close);
        Platform.exit();
    }

    private static void look(long nanos) {
        LockSupport.parkNanos(nanos);
    }

    private void press(String id) {
        ((ButtonBase) stage.getScene().lookup("#" + id)).fire();
    }

    private ListView<?> labs() {
        return (ListView<?>) stage.getScene().lookup("#labs-list");
    }

    private void close() {
        stage.close();
        app.stop();
    }
}
