package mlpexplorer.ui;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import mlpexplorer.ui.labs.LabName;

/// The experiments that a course asks for: an item for each lab, which brings its page.
final class LabsMenu extends Menu {

    LabsMenu(ExplorerView view) {
        MenuItems.name(this, "labs");
        for (LabName name : LabName.values()) {
            MenuItem item = new MenuItem(name.title());
            item.setId("menu-labs-" + name.id());
            item.setOnAction(_ -> {
                view.pages().show("labs");
                view.labs().show(name);
            });
            getItems().add(item);
        }
    }
}
