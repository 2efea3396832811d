package mlpexplorer.ui;

import java.util.function.Consumer;
import javafx.scene.control.Menu;

/// What changes the specification back and forth, and the clipboard.
final class EditMenu extends Menu {

    EditMenu(ExplorerView view, Consumer<Picture> onCopy) {
        MenuItems.name(this, "edit");
        getItems().add(MenuItems.item("edit.copy-picture", () -> onCopy.accept(view.lastTouched())));
    }
}
