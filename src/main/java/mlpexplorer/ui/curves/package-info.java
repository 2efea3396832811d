/// The learning curves of the run: loss and accuracy.
///
/// - **Owns**: [LearningCurves] and its marks.
/// - **Depends on**: `ui.charts`, `ui.workbench`, `ui.controls`, `ui.concurrent`, `training`.
/// - **Thread**: FX.
/// - **Decisions**: this package decides what to draw, `ui.charts` how.
@NullMarked
package mlpexplorer.ui.curves;

import org.jspecify.annotations.NullMarked;
