/// What every pane of the window binds to: the specification, the run, and the words.
///
/// - **Owns**: [Workbench] (current spec, session, newest frame) with its [ChosenPace] and [Notice], [TestLock], [Texts].
/// - **Depends on**: `experiment`, `training`, `data`, `nn`; `javafx.base` only, no scene graph.
/// - **Thread**: FX.
/// - **Decisions**: one immutable [mlpexplorer.experiment.RunSpec] is the truth that all controls show; a change is a function
///   from spec to spec, and an impossible one changes nothing. Frames are pulled once a pulse.
@NullMarked
package mlpexplorer.ui.workbench;

import org.jspecify.annotations.NullMarked;
