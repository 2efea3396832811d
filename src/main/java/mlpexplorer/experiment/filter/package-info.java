/// The language that picks runs: `val_acc > 0.9 and hidden = 8`.
///
/// - **Owns**: [RunFilter], [FilterField] (what can be asked), [InvalidFilter] (what is wrong, and at which column).
/// - **Depends on**: `experiment.store`.
/// - **Thread**: any; filters are immutable.
/// - **Decisions**: a filter is read once and then asked run by run, so that ten thousand runs are filtered as one types. A
///   number that a run does not have satisfies no comparison.
@NullMarked
package mlpexplorer.experiment.filter;

import org.jspecify.annotations.NullMarked;
