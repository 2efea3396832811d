package mlpexplorer.ui;

import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;
import mlpexplorer.ui.files.FileVerbs;

/// What comes into the window and goes out of it, and leaving it.
final class FileMenu extends Menu {

    FileMenu(ExplorerView view, FileVerbs files, Consumer<Picture> onSave, Runnable onBundle, Runnable onQuit) {
        MenuItems.name(this, "file");
        getItems().addAll(
                MenuItems.item("file.open", "Shortcut+O", files::open),
                MenuItems.item("file.mnist", view::offerMnist),
                new SeparatorMenuItem(),
                MenuItems.item("file.save-spec", "Shortcut+Shift+S", files::saveSpec),
                MenuItems.item("file.save-weights", files::saveWeights),
                MenuItems.item("file.load-weights", files::open),
                MenuItems.item("file.save-data", files::saveData),
                new SeparatorMenuItem(),
                MenuItems.item("file.save-last", "Shortcut+S", () -> onSave.accept(view.pictures().lastTouched())),
                MenuItems.item("file.save-boundary", () -> onSave.accept(view.pictures().mainPicture())),
                MenuItems.item("file.save-loss", () -> onSave.accept(view.pictures().lossPicture())),
                MenuItems.item("file.save-accuracy", () -> onSave.accept(view.pictures().accuracyPicture())),
                MenuItems.item("file.save-network", () -> onSave.accept(view.pictures().networkPicture())),
                MenuItems.item("file.save-confusion", () -> onSave.accept(view.pictures().confusionPicture())),
                MenuItems.item("file.save-histograms", () -> onSave.accept(view.pictures().histogramsPicture())),
                MenuItems.item("file.save-window", () -> onSave.accept(view.windowPicture())),
                MenuItems.item("file.save-curves", view::saveTable),
                MenuItems.item("file.save-bundle", onBundle),
                new SeparatorMenuItem(),
                MenuItems.item("file.quit", "Shortcut+Q", onQuit));
    }
}
