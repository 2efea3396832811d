package mlpexplorer.experiment.lesson;

import mlpexplorer.data.io.UserError;
import mlpexplorer.experiment.Outcome;
import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.GradientCheck;
import mlpexplorer.nn.Numbers;
import mlpexplorer.nn.Parameters;
import mlpexplorer.nn.Samples;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/// Trains attempts again, each different one once. Thread-safe.
final class Retrained {
    private static final int CHECKED_ROWS = 32;
    private static final int CHECKED_ENTRIES = 100;

    private final ConcurrentMap<Key, Attempt> done = new ConcurrentHashMap<>();

    private record Key(RunSpec spec, long epochs, boolean checked) {}

    /// The same attempt with the metrics of another training. Throws [UserError] if it takes more
    /// than the time that is left, or its gradients are wrong.
    Attempt again(Attempt attempt, Deadline deadline) {
        Key key = new Key(attempt.spec(), attempt.epochs(), attempt.checked());
        Attempt known = done.get(key);
        if (known == null) {
            known = train(attempt, deadline);
            done.put(key, known);
        }
        return new Attempt(
                attempt.step(),
                known.spec(),
                known.epochs(),
                known.finished(),
                known.checked(),
                known.parameters(),
                known.metrics());
    }

    private static Attempt train(Attempt attempt, Deadline deadline) {
        AtomicLong epochs = new AtomicLong();
        RunLoop loop = new RunLoop(new RunStart(attempt.spec()), () -> 0);
        loop.stopAtOnce();
        if (attempt.checked()) {
            requireCorrect(attempt.spec(), loop);
        }
        RunResult result =
                attempt.epochs() == 0
                        ? loop.result()
                        : loop.run(
                                () -> epochs.get() >= attempt.epochs() || deadline.isOver(),
                                metrics -> epochs.set(metrics.epoch()));
        boolean diverged = result.end().outcome() instanceof Outcome.Diverged;
        if (!diverged && result.end().epochs() < attempt.epochs() && deadline.isOver()) {
            throw UserError.input(
                    "training a run again takes more than "
                            + Numbers.duration(deadline.seconds())
                            + ".");
        }
        return new Attempt(
                attempt.step(),
                attempt.spec(),
                result.end().epochs(),
                loop.isFinished() || attempt.finished() && isTimed(attempt.spec()),
                attempt.checked(),
                result.parameters().count(),
                result.end().metrics());
    }

    /// A time limit ends a run elsewhere on another machine.
    private static boolean isTimed(RunSpec spec) {
        return spec.training().stop().seconds().isPresent();
    }

    private static void requireCorrect(RunSpec spec, RunLoop loop) {
        Parameters initial = new RunStart(spec).initial(loop.split().shape());
        Samples train = loop.split().train();
        Samples rows = train.head(Math.min(CHECKED_ROWS, train.rows()));
        boolean wrong =
                new GradientCheck(
                                loop.mlp(),
                                spec.training().regularizer(),
                                GradientCheck.DEFAULT_STEP,
                                CHECKED_ENTRIES)
                        .run(initial, rows).stream()
                                .anyMatch(block -> block.verdict() == GradientCheck.Verdict.WRONG);
        if (wrong) {
            throw UserError.input("the gradient check of a run fails.");
        }
    }

    /// A limit on the time of one bundle.
    ///
    /// @param seconds the limit
    /// @param end [System#nanoTime] when it is over
    /// @param stop true if everything should stop
    record Deadline(double seconds, long end, BooleanSupplier stop) {
        static Deadline in(double seconds, BooleanSupplier stop) {
            return new Deadline(seconds, System.nanoTime() + (long) (seconds * 1e9), stop);
        }

        boolean isOver() {
            return System.nanoTime() - end > 0 || stop.getAsBoolean();
        }
    }
}
