package mlpexplorer.ui;

import javafx.scene.control.Menu;
import mlpexplorer.ui.fx.Overlay;

/// What the keys do, and what this is.
final class HelpMenu extends Menu {

    HelpMenu(Overlay window, String folder) {
        MenuItems.name(this, "help");
        getItems().addAll(
                MenuItems.hinted("help.keys", "help", () -> window.show(new KeysSheet(window::close))),
                MenuItems.item("help.about", () -> window.show(new AboutSheet(folder, window::close))));
    }
}
