package mlpexplorer.ui.menu;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

import mlpexplorer.ui.labs.LabName;

import java.util.function.Consumer;

/// The Labs menu: an item for each lab.
public final class LabsMenu extends Menu {

    public LabsMenu(Consumer<LabName> onLab) {
        MenuItems.name(this, "labs");
        for (LabName name : LabName.values()) {
            MenuItem item = new MenuItem(name.title());
            item.setId("menu-labs-" + name.id());
            item.setOnAction(_ -> onLab.accept(name));
            getItems().add(item);
        }
    }
}
