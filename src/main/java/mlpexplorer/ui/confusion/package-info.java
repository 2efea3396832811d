/// The confusion matrix of the run: which classes are taken for which, with precision, recall and F1 of each.
///
/// - **Owns**: [ConfusionView].
/// - **Depends on**: `ui.workbench`, `ui.fx`, `training`, `data`, `nn`.
/// - **Thread**: FX; predictions are made by a background job.
/// - **Decisions**: cells are shaded by their share of the row, so that small classes show too; right is blue, wrong is orange.
///   One canvas, since 26 classes have 676 cells.
@NullMarked
package mlpexplorer.ui.confusion;

import org.jspecify.annotations.NullMarked;
