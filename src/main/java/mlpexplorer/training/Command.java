package mlpexplorer.training;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mlpexplorer.data.Split;

/// What a [TrainingSession] can be told. Commands are carried out in order, between two updates.
public sealed interface Command {

    /// Train until paused or finished.
    record Play() implements Command {}

    /// Stop at the end of the epoch, or within a tenth of a second if an epoch takes longer than that.
    record Pause() implements Command {}

    /// Train to the end of one epoch.
    record StepEpoch() implements Command {}

    /// Pause and show the state at the end of `epoch` (of the first or last one if there is no such epoch). The curve stays.
    /// Training on from there leads over the same epochs to the same bits, live changes included, until a command changes
    /// something: then the curve is cut at the epoch shown and goes on anew.
    record Seek(long epoch) implements Command {}

    /// Pause and show the epoch before the one that is shown.
    record StepBack() implements Command {}

    /// Go on from the weights that are shown under any other training specification, as a run of its own that keeps the
    /// curve up to here. After a divergence that is the last good epoch. The optimizer keeps its memory unless it is another
    /// one.
    ///
    /// @param generation tags the frames of the fork
    /// @param play       whether to train at once
    record Fork(long generation, TrainingSpec spec, boolean play) implements Command {}

    /// Go on from the weights that are shown (after a divergence, from the last good ones) on other data of the same shape, as
    /// a run of its own that keeps the curve up to here and may train as many epochs as its stop rule says again. The epochs
    /// before cannot be gone back to, as they belong to the data before. Where no run
    /// could begin there is nothing to go on from, which is told as a [Failure].
    ///
    /// @param generation tags the frames of the run from here on
    /// @param data       makes the data, on the session's thread
    /// @param play       whether to train at once
    record Continue(long generation, Supplier<Split> data, TrainingSpec spec, boolean play) implements Command {}

    /// Drop the run and begin another one.
    ///
    /// @param generation tags the frames of the new run, so that older ones can be told apart
    /// @param start      makes the trainer, on the session's thread
    /// @param play       whether to train at once
    record Restart(long generation, Callable<Trainer> start, boolean play) implements Command {}

    /// Go on under a specification that differs in rate, penalty, the optimizer's knobs or stop rule only.
    record Adjust(TrainingSpec spec) implements Command {}

    /// Set one weight or bias by hand and go on from there; training goes on if it did. A run of another generation is left
    /// alone. A finished run may be trained on afterwards.
    record SetParameter(long generation, ParameterEdit edit) implements Command {}

    /// Hand the run's past so far to `to`, on the session's thread, which should only put it somewhere. Nothing is handed over
    /// where no run could begin.
    record Recall(Consumer<Replay> to) implements Command {}

    /// Whether what this does depends on the epoch that the run stands at.
    default boolean isAboutPlace() {
        return switch (this) {
            case Play _, StepEpoch _, Adjust _, Fork _, SetParameter _, Continue _ -> true;
            case Pause _, Seek _, StepBack _, Restart _, Pace _, Recall _ -> false;
        };
    }

    /// Epochs a second at most, above 0; infinity trains as fast as the machine can.
    record Pace(double epochsPerSecond) implements Command {
        public Pace {
            if (!(epochsPerSecond > 0)) {
                throw new IllegalArgumentException("pace is " + epochsPerSecond + ", but must be above 0.");
            }
        }
    }
}
