package mlpexplorer.ui.controls;

import mlpexplorer.ui.concurrent.Jobs;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// [Jobs] that run to the end in the calling thread, callback included, so that a view-model's
/// asynchronous code can be tested step by step. After closing, it drops jobs.
public final class CallingThreadJobs implements Jobs {

    private boolean closed;

    @Override
    public <T> Job run(
            Callable<T> work,
            Consumer<? super T> onSuccess,
            Consumer<? super Exception> onFailure) {
        if (!closed) {
            outcome(work, onSuccess, onFailure).run();
        }
        return () -> {};
    }

    /// The callback runs outside the `try`, so that its exceptions are not attributed to the work.
    private static <T> Runnable outcome(
            Callable<T> work,
            Consumer<? super T> onSuccess,
            Consumer<? super Exception> onFailure) {
        try {
            T result = work.call();
            return () -> onSuccess.accept(result);
        } catch (Exception failure) {
            return () -> onFailure.accept(failure);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
