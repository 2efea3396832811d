package mlpexplorer.ui;

import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import mlpexplorer.ui.files.FileVerbs;
import mlpexplorer.ui.workbench.Workbench;

/// What changes the specification back and forth, and the clipboard. A text field that is being typed in takes these keys
/// for itself.
final class EditMenu extends Menu {

    EditMenu(Workbench workbench, FileVerbs files, ExplorerView view, Consumer<Picture> onCopy) {
        MenuItems.name(this, "edit");
        MenuItem undo = MenuItems.item("edit.undo", "Shortcut+Z", workbench::undo);
        undo.disableProperty().bind(workbench.canUndoProperty().not());
        MenuItem redo = MenuItems.item("edit.redo", "Shortcut+Shift+Z", workbench::redo);
        redo.disableProperty().bind(workbench.canRedoProperty().not());
        getItems().addAll(
                undo, redo, new SeparatorMenuItem(),
                MenuItems.item("edit.copy-spec", "Shortcut+Shift+C", files::copySpec),
                MenuItems.item("edit.paste-spec", "Shortcut+Shift+V", files::pasteSpec),
                MenuItems.item("edit.copy-picture", "Shortcut+C", () -> onCopy.accept(view.pictures().lastTouched())));
    }
}
