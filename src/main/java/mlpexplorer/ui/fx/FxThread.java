package mlpexplorer.ui.fx;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/// The FX thread for a caller on another thread who waits for it: where pictures are drawn without a window.
public final class FxThread {
    private FxThread() {}

    /// Starts JavaFX on its platform without a display, drawing in software, unless it runs already.
    public static void startHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException running) {
            // somebody started it before, which is all that is wanted
        }
    }

    /// Does `work` on the FX thread and returns when it is done.
    public static void run(Runnable work) throws IOException {
        call(() -> {
            work.run();
            return true;
        });
    }

    /// Does `work` on the FX thread and returns what it returns, or throws what it throws.
    public static <T> T call(Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Messages.text("fx.interrupted"), e);
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
