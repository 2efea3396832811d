package mlpexplorer.ui;

import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;

/// What goes out of the window, and leaving it.
final class FileMenu extends Menu {

    FileMenu(ExplorerView view, Consumer<Picture> onSave, Runnable onQuit) {
        MenuItems.name(this, "file");
        getItems().addAll(
                MenuItems.item("file.save-last", "Shortcut+S", () -> onSave.accept(view.lastTouched())),
                MenuItems.item("file.save-boundary", () -> onSave.accept(view.boundaryPicture())),
                MenuItems.item("file.save-loss", () -> onSave.accept(view.lossPicture())),
                MenuItems.item("file.save-accuracy", () -> onSave.accept(view.accuracyPicture())),
                MenuItems.item("file.save-network", () -> onSave.accept(view.networkPicture())),
                MenuItems.item("file.save-window", () -> onSave.accept(view.windowPicture())),
                MenuItems.item("file.save-curves", view::saveTable),
                new SeparatorMenuItem(),
                MenuItems.item("file.quit", "Shortcut+Q", onQuit));
    }
}
