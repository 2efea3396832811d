package mlpexplorer.ui.capacity;

import mlpexplorer.experiment.RunLoop;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.Task;
import mlpexplorer.training.StopRule;
import mlpexplorer.ui.field.FieldThumbnail;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// A fully trained network and its boundary.
///
/// @param argb the picture, row-major
/// @param score accuracy or R² on the validation part or, if there is none, the training part
/// @param diverged whether training diverged; the picture shows the last good weights
record TrainedCandidate(
        int[] argb, double score, Task.Metric metric, boolean validated, boolean diverged) {
    private static final double MAX_SECONDS = 4;
    private static final long PAUSE_MILLIS = 15;

    /// Trains a network of `spec` in the calling thread, until its stop rule or for four seconds,
    /// and draws it.
    ///
    /// @param busy whether to wait, asked before every epoch
    /// @param clock in nanoseconds, for the four seconds
    static TrainedCandidate of(
            RunSpec spec, FieldThumbnail look, BooleanSupplier busy, LongSupplier clock)
            throws InterruptedException {
        StopRule stop = spec.training().stop().withSeconds(Optional.of(MAX_SECONDS));
        RunLoop loop =
                new RunLoop(new RunStart(spec.withTraining(spec.training().withStop(stop))), clock);
        loop.stopAtOnce();
        while (!loop.isFinished()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (busy.getAsBoolean()) {
                Thread.sleep(PAUSE_MILLIS);
            } else {
                loop.epoch(Thread.currentThread()::isInterrupted);
            }
        }
        RunResult result = loop.result();
        boolean validated = result.split().validation().rows() > 0;
        return new TrainedCandidate(
                look.draw(loop.mlp(), result.parameters(), result.split()),
                (validated ? result.end().metrics().validation() : result.end().metrics().train())
                        .metric(),
                loop.mlp().task().metric(),
                validated,
                result.end().diverged());
    }
}
