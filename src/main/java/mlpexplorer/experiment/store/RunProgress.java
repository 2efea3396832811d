package mlpexplorer.experiment.store;

import mlpexplorer.training.EpochMetrics;

import java.time.Instant;

/// The progress of a stored run.
///
/// @param seconds training time
/// @param epochs completed epochs
/// @param updates total number of updates
/// @param reason reason of the end, such as `epochs_done`; empty if there is nothing to add to the
///   state
/// @param reveals number of test-set reveals
/// @param metrics metrics of the stored weights, or of the newest epoch while running; NaN for
///   empty parts
public record RunProgress(
        Instant started,
        double seconds,
        long epochs,
        long updates,
        RunState state,
        String reason,
        EpochMetrics metrics,
        long reveals) {

    RunProgress withoutTest() {
        return new RunProgress(
                started, seconds, epochs, updates, state, reason, metrics.withoutTest(), reveals);
    }
}
