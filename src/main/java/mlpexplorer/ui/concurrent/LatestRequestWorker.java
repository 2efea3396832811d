package mlpexplorer.ui.concurrent;

import mlpexplorer.training.LatestValue;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Processes requests on its own thread. The newest request wins and replaces a pending one, so
/// nothing queues up. A failed request, for example for lack of memory, is logged, and the next one
/// is processed.
///
/// [#isSuperseded] and [#isIdle] are for use by the work itself, on the worker's thread.
public final class LatestRequestWorker<R> implements AutoCloseable {
    private static final long CLOSE_MILLIS = 100;

    private final LatestValue<R> requests = new LatestValue<>();
    private final Consumer<R> work;
    private final Thread thread;
    private Optional<R> next = Optional.empty();
    private volatile boolean closed;

    /// @param name name of the thread
    public LatestRequestWorker(String name, Consumer<R> work) {
        this.work = work;
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::serve);
    }

    /// Starts the thread. Call once, when everything the work needs is initialized.
    public void start() {
        thread.start();
    }

    /// Submits a request, replacing any pending one. Does not block.
    public void submit(R request) {
        requests.publish(request);
        LockSupport.unpark(thread);
    }

    /// Whether the worker is closed, so that results are no longer needed.
    public boolean isClosed() {
        return closed;
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    /// Whether a newer request is pending.
    public boolean isSuperseded() {
        requests.poll().ifPresent(newest -> next = Optional.of(newest));
        return next.isPresent();
    }

    /// Waits up to `nanos`; returns whether no other request arrived.
    public boolean isIdle(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos;
                left > 0 && !closed && !isSuperseded();
                left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return !closed && next.isEmpty();
    }

    private void serve() {
        while (!closed) {
            if (isSuperseded()) {
                R request = next.orElseThrow();
                next = Optional.empty();
                carryOut(request);
            } else {
                LockSupport.park();
            }
        }
    }

    private void carryOut(R request) {
        try {
            work.accept(request);
        } catch (RuntimeException | OutOfMemoryError e) {
            System.getLogger(LatestRequestWorker.class.getName())
                    .log(
                            System.Logger.Level.ERROR,
                            thread.getName() + " could not handle a request",
                            e);
        }
    }

    /// Stops the thread; waits at most a tenth of a second.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
