package mlpexplorer.training;

import java.util.concurrent.Callable;

/// What a [TrainingSession] can be told. Commands are carried out in order, between two updates.
public sealed interface Command {

    /// Train until paused or finished.
    record Play() implements Command {}

    /// Stop at the end of the epoch, or within a tenth of a second if an epoch takes longer than that.
    record Pause() implements Command {}

    /// Train to the end of one epoch.
    record StepEpoch() implements Command {}

    /// Drop the run and begin another one.
    ///
    /// @param generation tags the frames of the new run, so that older ones can be told apart
    /// @param start      makes the trainer, on the session's thread
    /// @param play       whether to train at once
    record Restart(long generation, Callable<Trainer> start, boolean play) implements Command {}

    /// Go on under a specification that differs in rate, penalty or stop rule only.
    record Adjust(TrainingSpec spec) implements Command {}

    /// Epochs a second at most, above 0; infinity trains as fast as the machine can.
    record Pace(double epochsPerSecond) implements Command {
        public Pace {
            if (!(epochsPerSecond > 0)) {
                throw new IllegalArgumentException("pace is " + epochsPerSecond + ", but must be above 0.");
            }
        }
    }
}
