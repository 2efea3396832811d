/// The confusion matrix of the run, with precision, recall and F1 per class.
///
/// - **Owns**: [ConfusionView].
/// - **Depends on**: `ui.workbench`, `ui.controls`, `ui.concurrent`, `training`, `data`, `nn`.
/// - **Thread**: FX; predictions are made by a background job.
/// - **Decisions**: cells are shaded by their share of the row, so that small classes are visible;
///   correct is blue, wrong orange. One canvas, since 26 classes have 676 cells.
@NullMarked
package mlpexplorer.ui.confusion;

import org.jspecify.annotations.NullMarked;
