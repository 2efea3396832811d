package mlpexplorer.ui.concurrent;

import javafx.application.Platform;

import mlpexplorer.ui.controls.Messages;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Runs work on the FX thread and waits for it; used where pictures are drawn without a window.
public final class FxThread {
    private FxThread() {}

    /// Starts JavaFX on its headless platform with software rendering, unless it is already
    /// running.
    public static void startHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException running) {
            // already started
        }
    }

    /// Runs `work` on the FX thread and waits for it.
    public static void run(Runnable work) throws IOException {
        call(() -> {
            work.run();
            return true;
        });
    }

    /// Runs `work` on the FX thread and returns its result or throws its exception.
    public static <T> T call(Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Messages.text("control.fx.interrupted"), e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case IOException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
