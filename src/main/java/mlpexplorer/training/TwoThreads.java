package mlpexplorer.training;

import mlpexplorer.nn.Parallel;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/// [Parallel] on two cores: the caller runs the first half while a second thread runs the other. If
/// that thread has not started by then, because the other core is busy, the caller runs the second
/// half as well. Between jobs the thread first spins, since the next one usually follows within
/// microseconds, and then sleeps. One caller at a time.
public final class TwoThreads implements Parallel, AutoCloseable {
    private static final int SPINS = 20_000;
    private static final int SPINS_BEFORE_YIELDING = 2_000;

    /// The number of the newest job while its second half is available, and its negative once it is
    /// taken.
    private final AtomicInteger offer = new AtomicInteger();

    /// The number of the last job whose second half the second thread has completed.
    private final AtomicInteger done = new AtomicInteger();

    private final Thread helper;
    private @Nullable IntConsumer job;
    private @Nullable Throwable failure;
    private int jobs;
    private volatile boolean closed;

    public TwoThreads() {
        helper = Thread.ofPlatform().daemon().name("trainer-helper").start(this::work);
    }

    @Override
    public void run(IntConsumer halves) {
        int number = jobs == Integer.MAX_VALUE ? 1 : jobs + 1;
        jobs = number;
        job = halves;
        offer.set(number);
        LockSupport.unpark(helper);
        try {
            halves.accept(0);
        } finally {
            if (offer.compareAndSet(number, -number)) {
                halves.accept(1);
            } else {
                await(number);
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
        LockSupport.unpark(helper);
    }

    private void await(int number) {
        for (int spins = 0; done.get() != number && helper.isAlive(); spins++) {
            if (spins < SPINS_BEFORE_YIELDING) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    private void work() {
        for (int spins = 0; !closed; spins++) {
            int number = offer.get();
            if (number > 0 && offer.compareAndSet(number, -number)) {
                runSecondHalf(number);
                spins = 0;
            } else if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
            }
        }
    }

    private void runSecondHalf(int number) {
        IntConsumer halves = job;
        try {
            if (halves != null) {
                halves.accept(1);
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        done.set(number);
    }
}
