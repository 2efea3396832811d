package mlpexplorer.ui.menu;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import mlpexplorer.ui.workbench.Texts;

/// The About dialog: version, runtime, and data folder.
final class AboutSheet extends VBox {

    /// @param folder the user's data folder
    AboutSheet(String folder, Runnable onClose) {
        setId("about-sheet");
        getStyleClass().add("about-sheet");
        Label title = new Label(Texts.text("app.title"));
        title.getStyleClass().add("sheet-title");
        getChildren().addAll(
                title, line(Texts.text("about.what")), line(Texts.text("about.network")), line(Texts.text("about.folder", folder)),
                line(Texts.text("about.runs-on", System.getProperty("javafx.runtime.version", "?"), Runtime.version().toString())),
                KeysSheet.closeButton("about", onClose));
    }

    private static Label line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        return line;
    }
}
