package mlpexplorer.ui.fx;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import mlpexplorer.training.Latest;

/// Processes requests on its own thread. The newest request wins and replaces a pending one, so nothing queues up. A failed
/// request, for example for lack of memory, is logged, and the next one is processed.
///
/// [#isOvertaken] and [#rests] are for use by the work itself, on the worker's thread.
public final class Worker<R> implements AutoCloseable {
    private static final long CLOSE_MILLIS = 100;

    private final Latest<R> requests = new Latest<>();
    private final Consumer<R> work;
    private final Thread thread;
    private Optional<R> next = Optional.empty();
    private volatile boolean closed;

    /// @param name name of the thread
    public Worker(String name, Consumer<R> work) {
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
    public boolean isOvertaken() {
        requests.poll().ifPresent(newest -> next = Optional.of(newest));
        return next.isPresent();
    }

    /// Waits up to `nanos`; returns whether no other request arrived.
    public boolean rests(long nanos) {
        long end = System.nanoTime() + nanos;
        for (long left = nanos; left > 0 && !closed && !isOvertaken(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return !closed && next.isEmpty();
    }

    private void serve() {
        while (!closed) {
            if (isOvertaken()) {
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
            System.getLogger(Worker.class.getName()).log(System.Logger.Level.ERROR, thread.getName() + " could not handle a request", e);
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
