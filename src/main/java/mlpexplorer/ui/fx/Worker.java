package mlpexplorer.ui.fx;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import mlpexplorer.training.Latest;

/// Carries out requests on a thread of its own. The newest one wins: it takes the place of one that was not begun, so nothing
/// queues up. A request that fails, for lack of memory say, goes to the log, and the next one is served.
///
/// [#isOvertaken] and [#rests] are for the work itself, on the worker's thread.
public final class Worker<R> implements AutoCloseable {
    private static final long CLOSE_MILLIS = 100;

    private final Latest<R> requests = new Latest<>();
    private final Consumer<R> work;
    private final Thread thread;
    private Optional<R> next = Optional.empty();
    private volatile boolean closed;

    /// @param name of the thread, as a stack trace tells it
    public Worker(String name, Consumer<R> work) {
        this.work = work;
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::serve);
    }

    /// Begins to serve: to be called once, when all that the work needs is there.
    public void start() {
        thread.start();
    }

    /// Asks for this in place of what was asked for and not begun; returns at once.
    public void submit(R request) {
        requests.publish(request);
        LockSupport.unpark(thread);
    }

    /// Whether nobody wants an answer any more.
    public boolean isClosed() {
        return closed;
    }

    public boolean isRunning() {
        return thread.isAlive();
    }

    /// Whether a newer request waits.
    public boolean isOvertaken() {
        requests.poll().ifPresent(newest -> next = Optional.of(newest));
        return next.isPresent();
    }

    /// Waits; whether nothing else was asked for in that time.
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
            System.getLogger(Worker.class.getName()).log(System.Logger.Level.ERROR, thread.getName() + " could not do what was asked", e);
        }
    }

    /// Ends the thread; waits for that at most a tenth of a second.
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
