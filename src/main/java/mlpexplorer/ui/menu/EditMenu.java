package mlpexplorer.ui.menu;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.ui.files.FileActions;
import mlpexplorer.ui.workbench.Workbench;

/// The Edit menu: undo, redo, the clipboard, and the default specification. A text field with the
/// focus handles these keys itself.
public final class EditMenu extends Menu {

    public EditMenu(Workbench workbench, FileActions files, Runnable onCopyPicture) {
        MenuItems.name(this, "edit");
        MenuItem undo = MenuItems.item("edit.undo", "Shortcut+Z", workbench::undo);
        undo.disableProperty().bind(workbench.undoHistory().canUndoProperty().not());
        MenuItem redo = MenuItems.item("edit.redo", "Shortcut+Shift+Z", workbench::redo);
        redo.disableProperty().bind(workbench.undoHistory().canRedoProperty().not());
        getItems()
                .addAll(
                        undo,
                        redo,
                        new SeparatorMenuItem(),
                        MenuItems.item("edit.copy-spec", "Shortcut+Shift+C", files::copySpec),
                        MenuItems.item("edit.paste-spec", "Shortcut+Shift+V", files::pasteSpec),
                        MenuItems.item("edit.copy-picture", "Shortcut+C", onCopyPicture),
                        new SeparatorMenuItem(),
                        MenuItems.item("edit.reset", () -> workbench.change(_ -> new RunSpec())));
    }
}
