/// Training: the epoch loop, its log, and the session that runs it in the background.
///
/// - **Owns**: [TrainingSpec], [Trainer] (synchronous), [MetricLog], [CheckpointLog],
///   [TrainingSession] (one thread), [Frame], [Phase].
/// - **Depends on**: `data`, `nn`.
/// - **Thread**: a [Trainer] is used by its caller only; a [TrainingSession] owns one thread and
///   publishes only immutable objects and copies.
/// - **Decisions**: observers pull frames through a one-slot mailbox; training never waits for an
///   observer. The order of the batches is a function of (seed, epoch). An earlier epoch is reached
///   from the nearest checkpoint before it by training again to the same bits, including live
///   changes.
@NullMarked
package mlpexplorer.training;

import org.jspecify.annotations.NullMarked;
