package mlpexplorer;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits in tests. A test waits for a condition, never for a length of time.
public final class Wait {
    /// After this time a test counts as hanging. It is long enough for the slowest machine, so no passing test reaches it.
    public static final Duration LIMIT = Duration.ofMinutes(10);

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private Wait() {}

    /// Returns once `condition` holds, which is tested every few milliseconds on the calling thread.
    public static void until(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new AssertionError("The condition did not hold within " + LIMIT.toMinutes() + " minutes");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /// Waits for `process` to end and returns its exit code. A process that does not end is killed.
    public static int forExit(Process process) throws InterruptedException {
        try {
            if (!process.waitFor(LIMIT.toMinutes(), TimeUnit.MINUTES)) {
                throw new AssertionError("The process did not end within " + LIMIT.toMinutes() + " minutes");
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
