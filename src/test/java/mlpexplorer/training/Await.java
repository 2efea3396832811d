package mlpexplorer.training;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for what a session sends, without sleeping and for at most ten seconds.
public final class Await {
    private static final long LIMIT_NANOS = 10_000_000_000L;

    private Await() {}

    /// The first frame that `wanted` accepts; earlier ones are dropped.
    public static Frame frame(TrainingSession session, Predicate<Frame> wanted) {
        return value(() -> session.pollFrame().filter(wanted));
    }

    /// The same, asking for a frame again and again.
    static Frame askedFrame(TrainingSession session, Predicate<Frame> wanted) {
        return value(() -> {
            session.requestFrame();
            return session.pollFrame().filter(wanted);
        });
    }

    static Failure failure(TrainingSession session) {
        return value(session::pollFailure);
    }

    public static <T> T value(Supplier<Optional<T>> source) {
        long began = System.nanoTime();
        while (System.nanoTime() - began < LIMIT_NANOS) {
            Optional<T> value = source.get();
            if (value.isPresent()) {
                return value.get();
            }
            Thread.yield();
        }
        throw new AssertionError("Nothing came in ten seconds.");
    }
}
