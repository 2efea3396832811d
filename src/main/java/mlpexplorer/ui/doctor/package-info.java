/// Problems of a run, their causes, and one-click remedies.
///
/// - **Owns**: [DoctorPane], a strip below the pictures that is visible only when there is a
///   problem.
/// - **Depends on**: `ui.workbench`, `ui.controls`, `ui.concurrent`; `experiment.labs` finds
///   identical units.
/// - **Thread**: FX.
/// - **Decisions**: inline, never a dialog, while the pictures show the last good state. A remedy
///   is a fork: it continues from there and keeps the curve.
@NullMarked
package mlpexplorer.ui.doctor;

import org.jspecify.annotations.NullMarked;
