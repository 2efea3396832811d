package mlpexplorer.ui.images;

import mlpexplorer.data.Split.Part;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.workbench.ConfusionCell;

import java.util.Optional;

/// A requested sheet.
///
/// @param part part whose mistakes are shown
/// @param ownScale whether the weights of each unit are scaled separately
/// @param cell the cell of the confusion matrix whose images are shown instead of the mistakes
/// @param label class shown in the gallery; empty for a mix of all classes
record SheetSpec(
        Kind kind,
        Part part,
        Optional<ConfusionCell> cell,
        boolean ownScale,
        Optional<Integer> label,
        Theme theme) {

    /// The kinds of sheets.
    enum Kind {
        WEIGHTS,
        MISTAKES,
        GALLERY
    }
}
