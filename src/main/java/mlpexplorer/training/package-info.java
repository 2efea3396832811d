/// Learning over time: the epoch loop, its record, and the service that runs it beside a window.
///
/// - **Owns**: [TrainingSpec], [Trainer] (synchronous), [MetricLog], [CheckpointLog], [TrainingSession] (one thread), [Frame], [Phase].
/// - **Depends on**: `data`, `nn`.
/// - **Thread**: a [Trainer] belongs to its caller; a [TrainingSession] owns one thread, and everything it hands out is
///   immutable or a copy.
/// - **Decisions**: whoever watches pulls frames through a one-slot mailbox; training never posts and never waits for a
///   watcher. The order of the batches is a function of (seed, epoch). A past epoch is
///   reached from the nearest checkpoint before it, by training again over the same bits, live changes included.
@NullMarked
package mlpexplorer.training;

import org.jspecify.annotations.NullMarked;
