/// The page of sweeps: the same run under other settings and with other seeds, as pictures and a table.
///
/// - **Owns**: [SweepPage], [SweepViewModel] (what is to be run, and what came of it so far), [PrintedSheet] (the contact
///   sheet without the page).
/// - **Depends on**: `ui.export`, `ui.field`, `ui.charts`, `ui.workbench`, `ui.fx`, `experiment.sweep`, `training`, `data`, `nn`.
/// - **Thread**: FX; a sweep runs as a job, and what is over is fetched once a pulse.
/// - **Decisions**: everything on the page can be set back to a ready-made sweep. A view that is not seen draws nothing.
@NullMarked
package mlpexplorer.ui.sweep;

import org.jspecify.annotations.NullMarked;
