package mlpexplorer.ui.runs;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.ToggleButton;

import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.ui.workbench.Messages;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Whether a run is pinned; a click toggles it.
final class PinCell extends TableCell<RunSummary, RunSummary> {
    private final ToggleButton pin = new ToggleButton();

    PinCell(RunsViewModel model) {
        pin.getStyleClass().addAll("icon-button", "pin");
        pin.setGraphic(new FontIcon(Feather.MAP_PIN));
        pin.setAccessibleText(Messages.text("runs.pin"));
        pin.setFocusTraversable(false);
        pin.setOnAction(_ -> model.label(getItem(), label -> label.withPinned(pin.isSelected())));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(RunSummary run, boolean empty) {
        super.updateItem(run, empty);
        if (empty || run == null) {
            setGraphic(null);
        } else {
            pin.setSelected(run.label().pinned());
            setGraphic(pin);
        }
    }
}
