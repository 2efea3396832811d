package mlpexplorer.ui.capacity;

import java.util.function.BooleanSupplier;
import mlpexplorer.data.Split;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.training.EpochMetrics;
import mlpexplorer.training.Trainer;
import mlpexplorer.ui.field.FieldThumbnail;

/// A network that was trained to its end, and how it looks.
///
/// @param argb     the picture, row after row
/// @param accuracy of the validation part or, where there is none, of the training part
/// @param diverged whether training broke off; the picture is of the last good weights
record Trial(int[] argb, double accuracy, boolean validated, boolean diverged) {
    private static final long LONGEST_NANOS = 4_000_000_000L;
    private static final long PAUSE_MILLIS = 15;

    /// Trains a network of `spec` in the calling thread, until its stop rule or four seconds of work, and draws it.
    ///
    /// @param busy whether to wait, asked before every epoch
    static Trial of(RunSpec spec, FieldThumbnail look, BooleanSupplier busy) throws InterruptedException {
        Split split = spec.splitData();
        Trainer trainer = spec.trainer(split);
        long worked = 0;
        boolean over = false;
        while (!over) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (busy.getAsBoolean()) {
                Thread.sleep(PAUSE_MILLIS);
                continue;
            }
            long begin = System.nanoTime();
            trainer.epoch();
            worked += System.nanoTime() - begin;
            over = trainer.divergence().isPresent() || trainer.stopReason().isPresent() || worked > LONGEST_NANOS;
        }
        EpochMetrics end = trainer.metrics();
        boolean validated = split.validation().rows() > 0;
        return new Trial(
                look.draw(trainer.mlp(), trainer.parameters(), split),
                validated ? end.validation().accuracy() : end.train().accuracy(), validated, trainer.divergence().isPresent());
    }
}
