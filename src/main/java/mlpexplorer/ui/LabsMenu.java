package mlpexplorer.ui;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;

/// The experiments that a course asks for. Not seen while there is none.
final class LabsMenu extends Menu {

    LabsMenu() {
        MenuItems.name(this, "labs");
        visibleProperty().bind(Bindings.isNotEmpty(getItems()));
    }
}
