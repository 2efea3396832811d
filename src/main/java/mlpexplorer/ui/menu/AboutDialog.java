package mlpexplorer.ui.menu;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import mlpexplorer.ui.workbench.Messages;

/// The About dialog: version, runtime, and data folder.
final class AboutDialog extends VBox {

    /// @param folder the user's data folder
    AboutDialog(String folder, Runnable onClose) {
        setId("about-sheet");
        getStyleClass().add("about-sheet");
        Label title = new Label(Messages.text("app.title"));
        title.getStyleClass().add("sheet-title");
        getChildren()
                .addAll(
                        title,
                        line(Messages.text("about.what")),
                        line(Messages.text("about.network")),
                        line(Messages.text("about.folder", folder)),
                        line(
                                Messages.text(
                                        "about.runs-on",
                                        System.getProperty("javafx.runtime.version", "?"),
                                        Runtime.version().toString())),
                        ShortcutsDialog.closeButton("about", onClose));
    }

    private static Label line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        return line;
    }
}
