package mlpexplorer.training;

import mlpexplorer.data.Split;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A command for a [TrainingSession]. Commands are executed in order, between two updates.
public sealed interface Command {

    /// Train until paused or finished.
    record Play() implements Command {}

    /// Stop at the end of the epoch, or within a tenth of a second if an epoch takes longer than
    /// that.
    record Pause() implements Command {}

    /// Train to the end of one epoch.
    record StepEpoch() implements Command {}

    /// Train for one update; after the last one of an epoch, also measure.
    record StepUpdate() implements Command {}

    /// Pause and show the state at the end of `epoch` (of the first or last one if there is no such
    /// epoch). The curve stays. Training again replays the same epochs to the same bits, including
    /// live changes, until a command changes something: then the curve is cut at the displayed
    /// epoch.
    record Seek(long epoch) implements Command {}

    /// Pause and show the epoch before the displayed one.
    record StepBack() implements Command {}

    /// Fork: continue from the displayed weights (after a divergence, those of the last good epoch)
    /// with any other training spec, as a new run that keeps the curve up to here. The optimizer
    /// keeps its state unless its type changes.
    ///
    /// @param generation generation of the frames of the fork
    /// @param play whether to train immediately
    record Fork(long generation, TrainingSpec spec, boolean play) implements Command {}

    /// Continue from the displayed weights (after a divergence, the last good ones) on other data
    /// of the same shape, as a new run that keeps the curve up to here and may train for the epochs
    /// of its stop rule again. Earlier epochs cannot be revisited, since they belong to the
    /// previous data. If no run could start, this is reported as a [TrainingSession.Failure].
    ///
    /// @param generation generation of the frames from here on
    /// @param data creates the data, on the session's thread
    /// @param play whether to train immediately
    record Continue(long generation, Supplier<Split> data, TrainingSpec spec, boolean play)
            implements Command {}

    /// Discard the run and start another one.
    ///
    /// @param generation generation of the frames of the new run, to distinguish older ones
    /// @param start creates the trainer, on the session's thread
    /// @param play whether to train immediately
    record Restart(long generation, Callable<Trainer> start, boolean play) implements Command {}

    /// Continue with a spec that differs only in rate, penalty, optimizer settings or stop rule.
    record Adjust(TrainingSpec spec) implements Command {}

    /// Set one weight or bias and continue from there; training continues if it was running.
    /// Ignored for a run of another generation. A finished run can be continued afterward.
    record SetParameter(long generation, ParameterEdit edit) implements Command {}

    /// Pass the history of the run to `to` on the session's thread; `to` must return quickly. Does
    /// nothing if no run could start.
    record Recall(Consumer<Replay> to) implements Command {}

    /// Whether the effect depends on the current epoch of the run.
    default boolean needsPosition() {
        return switch (this) {
            case Play _, StepEpoch _, StepUpdate _, Adjust _, Fork _, SetParameter _, Continue _ ->
                    true;
            case Pause _, Seek _, StepBack _, Restart _, Pace _, Recall _ -> false;
        };
    }

    /// Maximum epochs per second, above 0; infinity for full speed.
    record Pace(double epochsPerSecond) implements Command {
        public Pace {
            if (!(epochsPerSecond > 0)) {
                throw new IllegalArgumentException(
                        "pace is " + epochsPerSecond + ", but must be above 0.");
            }
        }
    }
}
