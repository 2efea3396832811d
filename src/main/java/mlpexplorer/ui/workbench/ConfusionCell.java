package mlpexplorer.ui.workbench;

import mlpexplorer.data.Split.Part;
import mlpexplorer.nn.Predictions;
import mlpexplorer.nn.Samples;

/// A cell of the confusion matrix of one part: the rows of a class that are predicted as a class.
///
/// @param truth index of the true class
/// @param predicted index of the predicted class
public record ConfusionCell(Part part, int truth, int predicted) {

    /// Whether the cell contains a row of its part.
    public boolean contains(Samples rows, Predictions predictions, int row) {
        return rows.label(row) == truth && predictions.predicted()[row] == predicted;
    }
}
