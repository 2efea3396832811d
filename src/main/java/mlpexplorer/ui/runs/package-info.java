/// Saved runs of the window and the command line: storage, list, comparison.
///
/// - **Owns**: [RunAutoSaver] (saves the window's runs in the store), [RunsPage] (the page that
///   lists and compares all runs).
/// - **Depends on**: `ui.workbench`, `ui.charts`, `ui.field`, `ui.controls`, `ui.concurrent`;
///   `experiment.store`, `experiment.filter`.
/// - **Thread**: FX; store queries and computations run on [mlpexplorer.ui.concurrent.Jobs].
/// - **Decisions**: the list is filtered and sorted off the FX thread, so that ten thousand runs do
///   not slow down a pulse. A run discarded by a drag within 0.4 s is not saved. While the page is
///   hidden nothing is queried, and its view is created on first use.
@NullMarked
package mlpexplorer.ui.runs;

import org.jspecify.annotations.NullMarked;
