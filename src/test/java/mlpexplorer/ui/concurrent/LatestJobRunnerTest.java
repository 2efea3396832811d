package mlpexplorer.ui.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

class LatestJobRunnerTest {
    private static final long HOUR = 3_600_000_000_000L;

    private final List<Runnable> started = new ArrayList<>();
    private final List<Integer> results = new ArrayList<>();
    private int canceled;

    @Test
    void theNewestInputIsWorkedOnWithAPulse() {
        LatestJobRunner<Integer, Integer> follower = follower(0);
        follower.submit(1);
        follower.submit(2);
        assertThat(started).isEmpty();

        follower.pulse(System.nanoTime());
        started.getFirst().run();

        assertThat(results).containsExactly(20);
    }

    @Test
    void oneThingIsDoneAtATime() {
        LatestJobRunner<Integer, Integer> follower = follower(0);
        follower.submit(1);
        follower.pulse(System.nanoTime());
        follower.submit(2);
        follower.pulse(System.nanoTime());
        assertThat(started).hasSize(1);

        started.getFirst().run();
        follower.pulse(System.nanoTime() + HOUR);
        started.getLast().run();

        assertThat(results).containsExactly(10, 20);
    }

    @Test
    void thereIsARestAfterEachPieceOfWork() {
        LatestJobRunner<Integer, Integer> follower = follower(HOUR);
        follower.submit(1);
        follower.pulse(System.nanoTime());
        started.getFirst().run();
        follower.submit(2);

        follower.pulse(System.nanoTime());
        assertThat(started).hasSize(1);
        follower.pulse(System.nanoTime() + 2 * HOUR);

        assertThat(started).hasSize(2);
    }

    @Test
    void nothingComesOfWhatWasCanceled() {
        LatestJobRunner<Integer, Integer> follower = follower(HOUR);
        follower.submit(1);
        follower.pulse(System.nanoTime());
        follower.cancel();
        started.getFirst().run();
        assertThat(results).isEmpty();
        assertThat(canceled).isEqualTo(1);

        follower.submit(2);
        follower.pulse(System.nanoTime());
        started.getLast().run();

        assertThat(results).containsExactly(20);
    }

    @Test
    void workThatGaveNothingIsNotShown() {
        LatestJobRunner<Integer, Integer> follower =
                new LatestJobRunner<>(jobs(), 0, _ -> Optional.empty(), results::add);
        follower.submit(1);
        follower.pulse(System.nanoTime());
        started.getFirst().run();

        follower.submit(2);
        follower.pulse(System.nanoTime() + HOUR);

        assertThat(results).isEmpty();
        assertThat(started).hasSize(2);
    }

    private LatestJobRunner<Integer, Integer> follower(long rest) {
        return new LatestJobRunner<>(jobs(), rest, input -> Optional.of(10 * input), results::add);
    }

    /// Jobs that the test runs explicitly.
    private Jobs jobs() {
        return new Jobs() {
            @Override
            public <T> Job run(
                    Callable<T> work,
                    Consumer<? super T> onSuccess,
                    Consumer<? super Exception> onFailure) {
                started.add(() -> {
                    try {
                        onSuccess.accept(work.call());
                    } catch (Exception failure) {
                        onFailure.accept(failure);
                    }
                });
                return () -> canceled++;
            }

            @Override
            public void close() {}
        };
    }
}
