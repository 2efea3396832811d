package mlpexplorer.experiment.store;

import java.time.Instant;
import mlpexplorer.training.EpochMetrics;

/// How far a run came.
///
/// @param seconds spent training
/// @param epochs  whole epochs trained
/// @param updates in all
/// @param reason  why it ended, such as `epochs_done`; empty if there is nothing to add to the state
/// @param reveals how often its test numbers were revealed while they were locked
/// @param metrics of the weights kept, or of the newest epoch while it runs; NaN where there is no such part
public record RunProgress(
        Instant started, double seconds, long epochs, long updates, RunState state, String reason, EpochMetrics metrics, long reveals) {

    RunProgress withoutTest() {
        return new RunProgress(started, seconds, epochs, updates, state, reason, metrics.withoutTest(), reveals);
    }
}
