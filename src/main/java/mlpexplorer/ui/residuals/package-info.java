/// Predictions of a regression against the targets, in place of the confusion matrix.
///
/// - **Owns**: [ResidualsView], and the counting behind it ([Residuals]).
/// - **Depends on**: `ui.workbench`, `ui.controls`, `ui.concurrent`, `ui.charts` (ticks),
///   `training`, `data`, `nn`.
/// - **Thread**: FX; predicting runs as a background job on the immutable parameters of a frame.
/// - **Decisions**: all parts in one plot, in the colors of their curves, so that overfitting is
///   visible as two clouds.
@NullMarked
package mlpexplorer.ui.residuals;

import org.jspecify.annotations.NullMarked;
