package mlpexplorer.ui.concurrent;

import javafx.application.Platform;

import mlpexplorer.data.io.UserError;
import mlpexplorer.ui.controls.Messages;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// [Jobs] on a small fixed number of daemon threads; callbacks come back on the FX thread.
///
/// Jobs wait in a queue while all threads are busy. Jobs submitted after [#close] are dropped
/// silently, since the window they would report to is gone.
public final class BackgroundJobs implements Jobs {

    private static final Duration CLEANING = Duration.ofMillis(300);
    private static final Duration FINISHING_FILES = Duration.ofMinutes(1);
    private static final Duration CLEANING_FILES = Duration.ofSeconds(5);

    private final ExecutorService executor;
    private final Duration finishing;
    private final Duration cleaning;
    private final AtomicBoolean closed = new AtomicBoolean();

    /// @param name prefix of the thread names, as seen in a thread dump
    /// @param threads number of threads, at least 1
    public BackgroundJobs(String name, int threads) {
        this(name, threads, Duration.ZERO, CLEANING);
    }

    /// @param finishing how long [#close] waits for all jobs
    /// @param cleaning how long [#close] then waits for the interrupted ones
    BackgroundJobs(String name, int threads, Duration finishing, Duration cleaning) {
        this.finishing = finishing;
        this.cleaning = cleaning;
        executor =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().name(name + "-", 1).daemon().factory());
    }

    /// Jobs on one thread that writes files: [#close] waits up to a minute until all of them are
    /// done, so that a file saved just before the window closes is complete.
    ///
    /// @param name prefix of the thread name
    public static BackgroundJobs ofFiles(String name) {
        return new BackgroundJobs(name, 1, FINISHING_FILES, CLEANING_FILES);
    }

    @Override
    public <T> Job run(
            Callable<T> work,
            Consumer<? super T> onSuccess,
            Consumer<? super Exception> onFailure) {
        AtomicBoolean canceled = new AtomicBoolean();
        Runnable job =
                () -> {
                    Runnable report = outcome(work, onSuccess, onFailure);
                    Platform.runLater(() -> {
                        if (!canceled.get() && !closed.get()) {
                            report.run();
                        }
                    });
                };
        try {
            var running = executor.submit(job);
            return () -> {
                canceled.set(true);
                running.cancel(true);
            };
        } catch (RejectedExecutionException afterClose) {
            return () -> {};
        }
    }

    private static <T> Runnable outcome(
            Callable<T> work,
            Consumer<? super T> onSuccess,
            Consumer<? super Exception> onFailure) {
        try {
            T result = work.call();
            return () -> onSuccess.accept(result);
        } catch (Exception failure) {
            return () -> onFailure.accept(failure);
        } catch (OutOfMemoryError tooLarge) {
            return () ->
                    onFailure.accept(
                            UserError.failure(Messages.text("control.fx.memory"), tooLarge));
        }
    }

    /// Interrupts running jobs and waits briefly for them to clean up, so that no incomplete file
    /// stays behind when the program exits.
    @Override
    public void close() {
        closed.set(true);
        executor.shutdown();
        try {
            if (!executor.awaitTermination(finishing.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
                executor.awaitTermination(cleaning.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
