package mlpexplorer.ui.runs;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;

/// The question before the window closes while runs are only in memory.
public final class UnsavedDialog extends VBox {

    /// @param reason why they cannot be stored
    /// @param onClose closes the window, and the runs are lost
    /// @param onStay closes this dialog
    public UnsavedDialog(String reason, Runnable onClose, Runnable onStay) {
        setId("unsaved-sheet");
        getStyleClass().add("about-sheet");
        Label title = new Label(Messages.text("unsaved.title"));
        title.getStyleClass().add("sheet-title");
        Label text = new Label(Messages.text("unsaved.question", reason));
        text.setId("unsaved-question");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        Button stay = button("stay", onStay);
        stay.setDefaultButton(true);
        stay.getStyleClass().add("sheet-default");
        HBox buttons = new HBox(button("close", onClose), stay);
        buttons.getStyleClass().add("sheet-buttons");
        getChildren().addAll(title, text, buttons);
    }

    private static Button button(String name, Runnable action) {
        String text = Messages.text("unsaved." + name);
        Button button =
                new ControlLabel(text, "unsaved-" + name, Messages.text("unsaved." + name + ".tip"))
                        .describe(new Button(text));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
