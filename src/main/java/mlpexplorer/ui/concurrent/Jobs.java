package mlpexplorer.ui.concurrent;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs work that must not run on the FX thread. [BackgroundJobs] uses worker threads; tests use an
/// implementation that runs in the calling thread, so that asynchronous code becomes deterministic.
public interface Jobs extends AutoCloseable {

    /// Runs `work` and then exactly one of the two callbacks on the FX thread, or neither if the
    /// job was canceled or the jobs were closed before it ended. An [Error] thrown by `work`
    /// reaches the thread's uncaught-exception handler.
    <T> Job run(
            Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Exception> onFailure);

    /// Cancels running jobs and accepts no more. Safe to call twice.
    @Override
    void close();

    /// A running job.
    @FunctionalInterface
    interface Job {

        /// Interrupts the work and discards its result: after this returns, no callback is called
        /// (if called on the FX thread).
        void cancel();
    }
}
