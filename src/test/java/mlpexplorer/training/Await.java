package mlpexplorer.training;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import mlpexplorer.Wait;

/// Waits for what a session sends.
public final class Await {
    private Await() {}

    /// The first value that `source` has.
    public static <T> T value(Supplier<Optional<T>> source) {
        var found = new Object() {
            Optional<T> value = Optional.empty();
        };
        Wait.until(() -> {
            found.value = source.get();
            return found.value.isPresent();
        });
        return found.value.orElseThrow();
    }

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
}
