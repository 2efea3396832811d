package mlpexplorer.ui;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;

/// What the keys do, and what this is. Not seen while there is nothing.
final class HelpMenu extends Menu {

    HelpMenu() {
        MenuItems.name(this, "help");
        visibleProperty().bind(Bindings.isNotEmpty(getItems()));
    }
}
