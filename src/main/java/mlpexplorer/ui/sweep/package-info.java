/// The Sweep page: the same run with varied settings and seeds, as pictures and a table.
///
/// - **Owns**: [SweepPage], [SweepViewModel] (the sweep and its results), [HeadlessContactSheet]
///   (the contact sheet without a window).
/// - **Depends on**: `ui.export`, `ui.field`, `ui.charts`, `ui.workbench`, `ui.controls`,
///   `ui.concurrent`, `experiment.sweep`, `training`, `data`, `nn`.
/// - **Thread**: FX; a sweep runs as a job, and finished runs are fetched once per pulse.
/// - **Decisions**: the page can always be reset to a predefined sweep. A hidden view draws
///   nothing.
@NullMarked
package mlpexplorer.ui.sweep;

import org.jspecify.annotations.NullMarked;
