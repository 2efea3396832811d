package mlpexplorer.ui.fx;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Where a pane sends work that must not run on the FX thread. [BackgroundJobs] runs it on worker threads; tests use a
/// twin that runs it in the calling thread, so that asynchronous code becomes deterministic.
public interface Jobs extends AutoCloseable {

    /// Runs `work` and then exactly one of the two callbacks on the FX thread, or neither when the job was cancelled
    /// or the jobs were closed before it ended. An [Error] thrown by `work` reaches the thread's uncaught-exception handler.
    <T> Job run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Exception> onFailure);

    /// Cancels what runs and accepts no more. Safe to call twice.
    @Override
    void close();

    /// One piece of work under way.
    @FunctionalInterface
    interface Job {

        /// Interrupts the work and drops its outcome: no callback is called after this returns (when called on the FX thread).
        void cancel();
    }
}
