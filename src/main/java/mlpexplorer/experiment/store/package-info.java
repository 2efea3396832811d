/// The database of runs: one SQLite file that any SQLite tool can open.
///
/// - **Owns**: [RunStore] (the file and its tables), [RunRecorder] (the thread that writes), [RunSummary] and what it is
///   made of.
/// - **Depends on**: `experiment`, `training`; SQLite, JDBI.
/// - **Thread**: a [RunStore] belongs to one thread. A [RunRecorder] owns one, and whoever trains or watches only leaves
///   immutable values with it.
/// - **Decisions**: write-ahead log, so that two programs share a file and a killed one leaves it whole; rows follow at most
///   a second late; what cannot be written waits in memory, and what went wrong is one sentence. A damaged file is set
///   aside under another name. Deleting hides a run, which [RunStore#KEEP_DELETED] later is gone.
@NullMarked
package mlpexplorer.experiment.store;

import org.jspecify.annotations.NullMarked;
