package mlpexplorer.ui.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import mlpexplorer.Wait;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;

class LatestRequestWorkerTest {
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    @Test
    void theNewestRequestTakesThePlaceOfOneThatWasNotBegun() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (LatestRequestWorker<String> worker =
                new LatestRequestWorker<>(
                        "test-worker",
                        request -> {
                            begun.countDown();
                            Wait.on(goOn);
                            done.add(request);
                        })) {
            worker.start();
            worker.submit("first");
            Wait.on(begun);
            worker.submit("second");
            worker.submit("third");
            goOn.countDown();
            assertThat(List.of(take(), take())).containsExactly("first", "third");
        }
    }

    /// The failure is logged, in the test instead of on the console.
    @Test
    void aRequestThatFailsDoesNotEndTheWorker() {
        Logger log = Logger.getLogger(LatestRequestWorker.class.getName());
        log.setUseParentHandlers(false);
        log.setFilter(told -> {
            done.add(told.getMessage());
            return false;
        });
        try (LatestRequestWorker<String> worker =
                new LatestRequestWorker<>(
                        "test-worker",
                        request -> {
                            done.add(request);
                            if (request.equals("bad")) {
                                throw new IllegalArgumentException("bad, as the test wants it");
                            }
                        })) {
            worker.start();
            worker.submit("bad");
            assertThat(List.of(take(), take()))
                    .containsExactly("bad", "test-worker could not handle a request");
            worker.submit("good");
            assertThat(take()).isEqualTo("good");
        } finally {
            log.setFilter(null);
            log.setUseParentHandlers(true);
        }
    }

    @Test
    void workThatWaitsLearnsOfANewerRequest() {
        AtomicReference<LatestRequestWorker<String>> self = new AtomicReference<>();
        CountDownLatch begun = new CountDownLatch(1);
        try (LatestRequestWorker<String> worker =
                new LatestRequestWorker<>(
                        "test-worker",
                        request -> {
                            begun.countDown();
                            boolean rested =
                                    self.get()
                                            .isIdle(
                                                    request.equals("first")
                                                            ? TimeUnit.HOURS.toNanos(1)
                                                            : 1);
                            done.add(request + (rested ? " rested" : " overtaken"));
                        })) {
            self.set(worker);
            worker.start();
            worker.submit("first");
            Wait.on(begun);
            worker.submit("second");
            assertThat(List.of(take(), take())).containsExactly("first overtaken", "second rested");
        }
    }

    @Test
    void closingEndsTheThreadAndTellsTheWork() {
        LatestRequestWorker<String> worker = new LatestRequestWorker<>("test-worker", done::add);
        worker.start();
        worker.submit("one");
        take();
        assertThat(worker.isRunning()).isTrue();
        worker.close();
        assertThat(worker.isClosed()).isTrue();
        Wait.until(() -> !worker.isRunning());
    }

    private String take() {
        return Wait.forValue(() -> Optional.ofNullable(done.poll()));
    }
}
