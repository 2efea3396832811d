/// What went wrong with a run, why, and what to do about it: one click each.
///
/// - **Owns**: [DoctorPane], a strip below the pictures that is there only when there is something to say.
/// - **Depends on**: `ui.workbench`, `ui.fx`; `experiment.lab` finds units that are alike.
/// - **Thread**: FX.
/// - **Decisions**: inline, never a dialog: the pictures show the last good state meanwhile. A remedy is a fork, so it goes on
///   from there and the curve so far stays.
@NullMarked
package mlpexplorer.ui.doctor;

import org.jspecify.annotations.NullMarked;
