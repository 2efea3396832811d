/// The learning curves of the run: loss and accuracy.
///
/// - **Owns**: [LearningCurves] and what is marked on the curves.
/// - **Depends on**: `ui.charts`, `ui.workbench`, `ui.fx`, `training`.
/// - **Thread**: FX.
/// - **Decisions**: what is drawn is decided here, how in `ui.charts`.
@NullMarked
package mlpexplorer.ui.curves;

import org.jspecify.annotations.NullMarked;
