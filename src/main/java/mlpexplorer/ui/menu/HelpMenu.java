package mlpexplorer.ui.menu;

import javafx.scene.control.Menu;

import mlpexplorer.ui.controls.Overlay;

/// The Help menu: keyboard shortcuts and About.
public final class HelpMenu extends Menu {

    public HelpMenu(Overlay window, String folder) {
        MenuItems.name(this, "help");
        getItems()
                .addAll(
                        MenuItems.hinted(
                                "help.keys",
                                "help",
                                () -> window.show(new ShortcutsDialog(window::close))),
                        MenuItems.item(
                                "help.about",
                                () -> window.show(new AboutDialog(folder, window::close))));
    }
}
