/// The database of runs: one SQLite file that any SQLite tool can open.
///
/// - **Owns**: [RunStore] (the file and its tables), [RunRecorder] (the thread that writes),
///   [RunSummary] and its parts.
/// - **Depends on**: `experiment`, `training`; SQLite, JDBI.
/// - **Thread**: a [RunStore] is used by one thread. A [RunRecorder] owns one and receives
///   immutable values from trainers and observers.
/// - **Decisions**: write-ahead log, so that two programs can share a file and a killed program
///   leaves it intact; rows are written within a second; data that cannot be written waits in
///   memory, and errors are one sentence. A damaged file is renamed. Deleting hides a run, which is
///   removed after [RunStore#KEEP_DELETED].
@NullMarked
package mlpexplorer.experiment.store;

import org.jspecify.annotations.NullMarked;
