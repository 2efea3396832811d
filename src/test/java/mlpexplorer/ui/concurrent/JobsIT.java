package mlpexplorer.ui.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;
import javafx.stage.Stage;

import mlpexplorer.Wait;
import mlpexplorer.ui.controls.CallingThreadJobs;
import mlpexplorer.ui.controls.RobotTestCase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

class JobsIT extends RobotTestCase {

    private final BackgroundJobs jobs = new BackgroundJobs("test", 1, Duration.ZERO, Wait.LIMIT);

    @Override
    public void start(Stage stage) {
        stage.show();
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void theWorkRunsOnADaemonThreadAndItsResultComesOnTheFxThread() throws Exception {
        CompletableFuture<String> told = new CompletableFuture<>();
        jobs.run(
                () -> Thread.currentThread().getName() + " " + Thread.currentThread().isDaemon(),
                name -> told.complete(name + " " + Platform.isFxApplicationThread()),
                told::completeExceptionally);
        assertThat(told.get(Wait.LIMIT.toMinutes(), TimeUnit.MINUTES))
                .isEqualTo("test-1 true true");
    }

    @Test
    void anExceptionComesOnTheFxThread() throws Exception {
        CompletableFuture<String> told = new CompletableFuture<>();
        jobs.run(
                () -> {
                    throw new IOException("disk full");
                },
                _ -> told.complete("success"),
                failure ->
                        told.complete(
                                failure.getMessage() + " " + Platform.isFxApplicationThread()));
        assertThat(told.get(Wait.LIMIT.toMinutes(), TimeUnit.MINUTES)).isEqualTo("disk full true");
    }

    @Test
    void aCanceledJobIsInterruptedAndTellsNoOne() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicBoolean told = new AtomicBoolean();
        Jobs.Job job =
                jobs.run(
                        () -> {
                            started.countDown();
                            try {
                                return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                            } finally {
                                interrupted.countDown();
                            }
                        },
                        _ -> told.set(true),
                        _ -> told.set(true));
        Wait.on(started);
        job.cancel();
        Wait.on(interrupted);
        CompletableFuture<Boolean> next = new CompletableFuture<>();
        jobs.run(() -> true, next::complete, next::completeExceptionally);
        assertThat(next.get(Wait.LIMIT.toMinutes(), TimeUnit.MINUTES)).isTrue();
        assertThat(told).isFalse();
    }

    @Test
    void closingWaitsForTheCleaningUpOfWhatItInterrupts() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        AtomicBoolean cleaned = new AtomicBoolean();
        jobs.run(
                () -> {
                    started.countDown();
                    try {
                        return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                    } finally {
                        cleaned.set(true);
                    }
                },
                _ -> {},
                _ -> {});
        Wait.on(started);
        jobs.close();
        assertThat(cleaned).isTrue();
    }

    @Test
    void filesThatWereAskedForAreWrittenBeforeTheEnd() {
        BackgroundJobs files = new BackgroundJobs("test-files", 1, Wait.LIMIT, Duration.ZERO);
        Thread closing = Thread.currentThread();
        AtomicBoolean second = new AtomicBoolean();
        AtomicBoolean interrupted = new AtomicBoolean();
        files.run(
                () -> {
                    Wait.until(() -> closing.getState() == Thread.State.TIMED_WAITING);
                    interrupted.set(Thread.interrupted());
                    return true;
                },
                _ -> {},
                _ -> {});
        files.run(() -> second.getAndSet(true), _ -> {}, _ -> {});
        files.close();
        assertThat(interrupted).isFalse();
        assertThat(second).isTrue();
    }

    @Test
    void afterCloseWorkIsDroppedSilently() {
        jobs.close();
        AtomicBoolean told = new AtomicBoolean();
        jobs.run(() -> 1, _ -> told.set(true), _ -> told.set(true)).cancel();
        interact(() -> {});
        assertThat(told).isFalse();
    }

    @Test
    void callingThreadJobsRunInTheCallingThread() {
        AtomicReference<Thread> worker = new AtomicReference<>();
        AtomicReference<String> told = new AtomicReference<>("");
        try (Jobs calling = new CallingThreadJobs()) {
            calling.run(
                    () -> {
                        worker.set(Thread.currentThread());
                        return "done";
                    },
                    told::set,
                    failure -> told.set(failure.getMessage()));
        }
        assertThat(worker).hasValue(Thread.currentThread());
        assertThat(told).hasValue("done");
    }
}
