package mlpexplorer.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Handles Ctrl+C and `kill`: asks running work to stop and gives it time to save its results.
final class ShutdownSignal implements AutoCloseable {
    private static final long TIMEOUT_SECONDS = 10;

    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::ask, "interrupt");

    ShutdownSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean asked() {
        return asked.get();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the shutdown has already started
        }
    }

    /// The JVM exits when this returns.
    private void ask() {
        asked.set(true);
        try {
            closed.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
