package mlpexplorer.ui.menu;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.files.ModelActions;

import java.util.List;
import java.util.Map;

/// The script that trains the current run, with buttons to copy it and to save it with its data.
final class ScriptDialog extends VBox {

    ScriptDialog(ModelActions.Script script, Runnable onSave, Runnable onClose) {
        setId("script-sheet");
        getStyleClass().add("script-sheet");
        Label title = new Label(script.name());
        title.getStyleClass().add("sheet-title");
        Label about = new Label(Messages.text("script.about"));
        about.setWrapText(true);
        TextArea code = new TextArea(script.text());
        code.setId("script-code");
        code.setEditable(false);
        code.setAccessibleText(Messages.text("script.code"));
        HBox buttons = ShortcutsDialog.closeButton("script", onClose);
        buttons.getChildren()
                .addAll(
                        0,
                        List.of(
                                button(
                                        "copy",
                                        () ->
                                                Clipboard.getSystemClipboard()
                                                        .setContent(
                                                                Map.of(
                                                                        DataFormat.PLAIN_TEXT,
                                                                        code.getText()))),
                                button("save", onSave)));
        getChildren().addAll(title, about, code, buttons);
    }

    private static Button button(String name, Runnable action) {
        String text = Messages.text("script." + name);
        Button button =
                new ControlLabel(
                                text,
                                "script-" + name + "-button",
                                Messages.text("script." + name + ".tip"))
                        .describe(new Button(text));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
