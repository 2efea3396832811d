/// The model that all panes of the window bind to: spec, run and texts.
///
/// - **Owns**: [Workbench] (current spec, session, newest frame) with its [TrainingPace] and
///   [Notice], [TestLock].
/// - **Depends on**: `experiment`, `training`, `data`, `nn`; `javafx.base` only, no scene graph.
/// - **Thread**: FX.
/// - **Decisions**: all controls display one immutable [mlpexplorer.experiment.RunSpec]; a change
///   is a function from spec to spec, and an invalid one changes nothing. Frames are pulled once
///   per pulse.
@NullMarked
package mlpexplorer.ui.workbench;

import org.jspecify.annotations.NullMarked;
