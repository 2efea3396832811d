/// The loss landscape of the run.
///
/// - **Owns**: [LandscapeView].
/// - **Depends on**: `ui.field`, `ui.workbench`, `ui.controls`, `ui.concurrent`, `experiment`,
///   `training`, `data`, `nn`.
/// - **Thread**: FX; landscapes are computed by a background job, the newest request first.
/// - **Decisions**: the path comes from the checkpoints of the run, so that nothing is trained
///   again. Going to another epoch moves the marker and computes nothing, except for random
///   directions, which start at the displayed weights. The test part has no landscape.
@NullMarked
package mlpexplorer.ui.landscape;

import org.jspecify.annotations.NullMarked;
