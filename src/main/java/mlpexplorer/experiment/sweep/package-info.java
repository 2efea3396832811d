/// Many runs at once: the same experiment under other settings and other seeds.
///
/// - **Owns**: [Sweep] and its [Axis]es (what to run), [SweepRunner] (runs it), [SweepEngine] with [LocalCores] (where),
///   [FinishedRuns] (what is done already), [SweepTable] (what came out), [SweepPictures] (who can draw
///   it).
/// - **Depends on**: `experiment`, `training`, `data`, `nn`; Jackson.
/// - **Thread**: the caller's; [LocalCores] owns the threads that train.
/// - **Decisions**: an axis is a path and values as in `--set`, so whatever a specification says can be swept. A run of
///   a sweep is a run like any other, on one thread of its own: the same bits whatever runs beside it.
@NullMarked
package mlpexplorer.experiment.sweep;

import org.jspecify.annotations.NullMarked;
