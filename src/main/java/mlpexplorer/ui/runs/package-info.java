/// The runs of the window and of the command line: kept, listed, compared.
///
/// - **Owns**: [RunKeeper] (puts the window's runs into the store), [RunsPage] (what the window knows of all runs, and
///   the page that lists and compares them).
/// - **Depends on**: `ui.workbench`, `ui.charts`, `ui.field`, `ui.fx`; `experiment.store`, `experiment.filter`.
/// - **Thread**: FX; what asks the store or computes runs on [mlpexplorer.ui.fx.Jobs].
/// - **Decisions**: the list is filtered and sorted off the FX thread, so that ten thousand runs cost a pulse nothing. A run
///   that a drag drops within 0.4 s is not kept. While the page is hidden nothing is asked, and until
///   somebody looks there is no view.
@NullMarked
package mlpexplorer.ui.runs;

import org.jspecify.annotations.NullMarked;
