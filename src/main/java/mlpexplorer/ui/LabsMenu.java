package mlpexplorer.ui;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import mlpexplorer.ui.workbench.Texts;

/// The experiments that a course asks for: an item for each lab, which brings its page.
final class LabsMenu extends Menu {

    LabsMenu(ExplorerView view) {
        MenuItems.name(this, "labs");
        for (String name : view.labs().names()) {
            MenuItem item = new MenuItem(Texts.text("labs." + name + ".title"));
            item.setId("menu-labs-" + name);
            item.setOnAction(_ -> {
                view.labs().show(name);
                view.pages().show("labs");
            });
            getItems().add(item);
        }
    }
}
