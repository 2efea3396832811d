/// The filter language for runs: `val_acc > 0.9 and hidden = 8`.
///
/// - **Owns**: [RunFilter], [FilterField] (the fields), [RunFilter.FilterException] (the error and
///   its column).
/// - **Depends on**: `experiment.store`.
/// - **Thread**: any; filters are immutable.
/// - **Decisions**: a filter is parsed once and evaluated per run, so that ten thousand runs are
///   filtered while typing. A missing number satisfies no comparison.
@NullMarked
package mlpexplorer.experiment.filter;

import org.jspecify.annotations.NullMarked;
