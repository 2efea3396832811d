package mlpexplorer.ui.menu;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Overlay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The Help menu: the manual, keyboard shortcuts and About.
public final class HelpMenu extends Menu {

    public HelpMenu(Overlay window, String folder) {
        MenuItems.name(this, "help");
        getItems()
                .addAll(
                        MenuItems.item(
                                "help.manual", () -> window.show(new ManualDialog(window::close))),
                        MenuItems.withShortcutText(
                                "help.keys",
                                "help",
                                () -> window.show(new ShortcutsDialog(window::close))),
                        MenuItems.item(
                                "help.about",
                                () -> window.show(new AboutDialog(folder, window::close))));
    }

    /// The About dialog: version, runtime, data folder, and the licenses of the bundled software,
    /// which packages list.
    private static final class AboutDialog extends VBox {

        /// @param folder the user's data folder
        AboutDialog(String folder, Runnable onClose) {
            setId("about-sheet");
            getStyleClass().add("about-sheet");
            Label title = new Label(Messages.text("app.title"));
            title.getStyleClass().add("sheet-title");
            TextArea details = new TextArea(details(folder));
            details.setId("about-details");
            details.setEditable(false);
            details.setWrapText(true);
            details.setAccessibleText(Messages.text("about.details"));
            HBox buttons = ShortcutsDialog.closeButton("about", onClose);
            buttons.getChildren().addFirst(copyButton(details));
            getChildren()
                    .addAll(
                            title,
                            line(Messages.text("about.what")),
                            line(Messages.text("about.network")),
                            details,
                            buttons);
        }

        private static String details(String folder) {
            String version = AboutDialog.class.getPackage().getImplementationVersion();
            String runtime =
                    Messages.text(
                            "about.runs-on",
                            version == null ? Messages.text("about.development") : version,
                            System.getProperty("javafx.runtime.version", "?"),
                            Runtime.version().toString(),
                            System.getProperty("java.vendor"));
            String licenses = licenses();
            return runtime
                    + "\n"
                    + Messages.text("about.folder", folder)
                    + (licenses.isEmpty()
                            ? ""
                            : "\n\n" + Messages.text("about.licenses", licenses));
        }

        private static String licenses() {
            try (InputStream list = AboutDialog.class.getResourceAsStream("third-party.txt")) {
                return list == null ? "" : new String(list.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Button copyButton(TextArea details) {
            Button copy =
                    ControlLabel.of("about.copy", "about-copy-button")
                            .describe(new Button(Messages.text("about.copy")));
            copy.setOnAction(_ ->
                    Clipboard.getSystemClipboard()
                            .setContent(Map.of(DataFormat.PLAIN_TEXT, details.getText())));
            return copy;
        }

        private static Label line(String text) {
            Label line = new Label(text);
            line.setWrapText(true);
            return line;
        }
    }
}
