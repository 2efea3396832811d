package mlpexplorer.ui.runs;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.shape.Circle;

import mlpexplorer.experiment.store.RunLabel;
import mlpexplorer.experiment.store.RunSummary;
import mlpexplorer.ui.workbench.Messages;

/// The color of a run; a click offers others.
final class SwatchCell extends TableCell<RunSummary, RunSummary> {
    private static final double RADIUS = 5;

    private final RunsViewModel model;
    private final Button swatch = new Button();

    SwatchCell(RunsViewModel model) {
        this.model = model;
        swatch.getStyleClass().addAll("icon-button", "swatch");
        swatch.setAccessibleText(Messages.text("runs.colour"));
        swatch.setFocusTraversable(false);
        swatch.setOnAction(_ -> offer());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(RunSummary run, boolean empty) {
        super.updateItem(run, empty);
        if (empty || run == null) {
            setGraphic(null);
        } else {
            swatch.setGraphic(new Circle(RADIUS, RunText.color(run)));
            setGraphic(swatch);
        }
    }

    private void offer() {
        RunSummary run = getItem();
        ContextMenu menu = new ContextMenu();
        for (int i = 0; i < RunLabel.PALETTE.size(); i++) {
            String colour = RunLabel.PALETTE.get(i);
            MenuItem item =
                    new MenuItem(
                            Messages.text("runs.colour." + i),
                            new Circle(
                                    RADIUS,
                                    RunText.color(run.withLabel(run.label().withColour(colour)))));
            item.setId("runs-colour-" + i);
            item.setOnAction(_ -> model.label(run, label -> label.withColour(colour)));
            menu.getItems().add(item);
        }
        menu.show(swatch, Side.BOTTOM, 0, 0);
    }
}
