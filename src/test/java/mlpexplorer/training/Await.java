package mlpexplorer.training;

import mlpexplorer.Wait;

import java.util.function.Predicate;

/// Waits for frames and failures of a session.
public final class Await {
    private Await() {}

    /// The first frame that `wanted` accepts; earlier ones are dropped.
    public static Frame frame(TrainingSession session, Predicate<Frame> wanted) {
        return Wait.forValue(() -> session.pollFrame().filter(wanted));
    }

    /// The same, asking for a frame again and again.
    static Frame askedFrame(TrainingSession session, Predicate<Frame> wanted) {
        return Wait.forValue(() -> {
            session.requestFrame();
            return session.pollFrame().filter(wanted);
        });
    }

    static TrainingSession.Failure failure(TrainingSession session) {
        return Wait.forValue(session::pollFailure);
    }
}
