package mlpexplorer.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ctrl+C and `kill`: while one of these is open, they ask the work to stop and leave it the time
/// to keep what was done.
final class ShutdownSignal implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

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
            // the machine is going down already, and the hook with it
        }
    }

    /// The virtual machine lives on until this returns.
    private void ask() {
        asked.set(true);
        try {
            closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
