/// Experiments: specs and their text form, presets, and the results of runs.
///
/// - **Owns**: [RunSpec], [SpecJson] (their text form), [Presets], [RunStart] and [RunLoop] (a run
///   from start to end), [RunExport], [Npz], [SpecDiff].
/// - **Depends on**: `training`, `data`, `nn`; Jackson.
/// - **Thread**: the caller's.
/// - **Decisions**: a run is a pure function of its [RunSpec]; files, clipboard, `--set` and
///   presets share one JSON form.
@NullMarked
package mlpexplorer.experiment;

import org.jspecify.annotations.NullMarked;
