package mlpexplorer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits in tests. A test waits for a condition, never for a length of time.
public final class Wait {
    /// After this time a test counts as hanging. Long enough for the slowest machine, so no passing
    /// test reaches it. `-Dwait.minutes` shortens it for development.
    public static final Duration LIMIT = Duration.ofMinutes(Long.getLong("wait.minutes", 10));

    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
    private static final long MAX_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private Wait() {}

    /// Returns once `condition` holds, which is tested every few milliseconds, at first more often,
    /// on the calling thread. An expensive condition is tested less often, so that the processor is
    /// free for the work being waited for.
    public static void until(BooleanSupplier condition) {
        forValue(() -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /// The first value that `source` provides, polled on the calling thread as in [#until].
    public static <T> T forValue(Supplier<Optional<T>> source) {
        long start = System.nanoTime();
        long pause = SHORTEST_PAUSE_NANOS;
        Optional<T> value = source.get();
        for (long asked = start; value.isEmpty(); value = source.get()) {
            long now = System.nanoTime();
            if (now - start > LIMIT.toNanos()) {
                throw new AssertionError(
                        "The condition did not hold within " + LIMIT.toMinutes() + " minutes");
            }
            LockSupport.parkNanos(Math.max(pause, 2 * (now - asked)));
            pause = Math.min(2 * pause, MAX_PAUSE_NANOS);
            asked = System.nanoTime();
        }
        return value.get();
    }

    /// Waits until `latch` is at zero.
    public static void on(CountDownLatch latch) {
        until(() -> latch.getCount() == 0);
    }

    /// Waits for `process` to end and returns its exit code. A process that does not end is killed.
    public static int forExit(Process process) throws InterruptedException {
        try {
            if (!process.waitFor(LIMIT.toMinutes(), TimeUnit.MINUTES)) {
                throw new AssertionError(
                        "The process did not end within " + LIMIT.toMinutes() + " minutes");
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}
