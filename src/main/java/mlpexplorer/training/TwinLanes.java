package mlpexplorer.training;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import mlpexplorer.nn.Lanes;
import org.jspecify.annotations.Nullable;

/// [Lanes] on two processors: the caller does the first half while a thread of this object's own does the second. Between
/// jobs that thread first spins, as the next one usually comes within microseconds, and then sleeps. One caller at a time.
public final class TwinLanes implements Lanes, AutoCloseable {
    private static final int SPINS = 20_000;

    /// Counts up by one when a job is handed over and once more when its second half is done.
    private final AtomicInteger turn = new AtomicInteger();
    private final Thread twin;
    private @Nullable IntConsumer job;
    private @Nullable Throwable failure;
    private volatile boolean closed;

    public TwinLanes() {
        twin = Thread.ofPlatform().daemon().name("trainer-twin").start(this::work);
    }

    @Override
    public void run(IntConsumer halves) {
        job = halves;
        int handedOver = turn.incrementAndGet();
        LockSupport.unpark(twin);
        try {
            halves.accept(0);
        } finally {
            while (turn.get() == handedOver && twin.isAlive()) {
                Thread.onSpinWait();
            }
        }
        Throwable failed = failure;
        failure = null;
        if (failed != null) {
            throw new IllegalStateException("The second half of a pass failed.", failed);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(twin);
    }

    private void work() {
        int done = 0;
        while (awaitJob(done)) {
            IntConsumer halves = job;
            try {
                if (halves != null) {
                    halves.accept(1);
                }
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            done = turn.incrementAndGet();
        }
    }

    private boolean awaitJob(int done) {
        for (int spins = 0; turn.get() == done; spins++) {
            if (closed) {
                return false;
            }
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
            }
        }
        return true;
    }
}
