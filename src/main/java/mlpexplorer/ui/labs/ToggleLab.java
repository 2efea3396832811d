package mlpexplorer.ui.labs;

import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import mlpexplorer.ui.workbench.Messages;

/// A lab that toggles a view option of the window's run.
final class ToggleLab implements Lab {
    private final LabPage page;

    /// @param more additional controls
    ToggleLab(String name, BooleanProperty state, ObservableValue<String> says, Node... more) {
        Label words = new Label();
        words.setId("lab-" + name + "-message");
        words.setWrapText(true);
        words.textProperty().bind(says);
        VBox result = new VBox(words);
        result.getStyleClass().add("lab-result");
        page = new LabPage(name, result);
        CheckBox box =
                page.caption("on").describe(new CheckBox(Messages.text("labs." + name + ".on")));
        box.setAccessibleText(Messages.text("labs." + name + ".on"));
        box.selectedProperty().bindBidirectional(state);
        page.settings(box).settings(more);
    }

    @Override
    public LabPage page() {
        return page;
    }
}
