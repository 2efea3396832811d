package mlpexplorer.ui.runs;

import javafx.scene.control.TableCell;

import mlpexplorer.experiment.store.RunSummary;

import java.util.function.Function;

/// A text cell.
final class TextCell extends TableCell<RunSummary, RunSummary> {
    private final Function<RunSummary, String> text;

    TextCell(Function<RunSummary, String> text) {
        this.text = text;
    }

    @Override
    protected void updateItem(RunSummary run, boolean empty) {
        super.updateItem(run, empty);
        setText(empty || run == null ? "" : text.apply(run));
    }
}
