/// Sweeps: the same experiment with varied settings and seeds.
///
/// - **Owns**: [Sweep] and its [Axis]es (the plan), [SweepRunner] and [SweepExecutor] with
///   [LocalSweepExecutor] (execution), [RunCache] (finished runs), [SweepTable] (results),
///   [SweepPictures] (the interface for drawing).
/// - **Depends on**: `experiment`, `training`, `data`, `nn`; Jackson.
/// - **Thread**: the caller's; [LocalSweepExecutor] owns the threads that train.
/// - **Decisions**: an axis is a path and values as in `--set`, so every setting of a spec can be
///   swept. A run of a sweep uses one thread and gives the same bits as any other run.
@NullMarked
package mlpexplorer.experiment.sweep;

import org.jspecify.annotations.NullMarked;
