package mlpexplorer.ui.menu;

import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

import mlpexplorer.ui.export.ExportablePicture;
import mlpexplorer.ui.files.FileActions;

import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The File menu: open, save, export, quit.
public final class FileMenu extends Menu {

    /// The actions of items that are not file operations.
    ///
    /// @param mnist offers to download MNIST
    /// @param saveCurves saves the learning curves as a table
    /// @param saveBundle saves the run as an assignment bundle
    public record Actions(
            Runnable mnist, Runnable saveCurves, Runnable saveBundle, Runnable quit) {}

    /// @param pictures exportable pictures by the suffix of their items: `loss` for
    ///   `file.save-loss`; the first one has the keyboard shortcut
    public FileMenu(
            FileActions files,
            SequencedMap<String, Supplier<ExportablePicture>> pictures,
            Consumer<ExportablePicture> onSave,
            Actions actions) {
        MenuItems.name(this, "file");
        getItems()
                .addAll(
                        MenuItems.item("file.open", "Shortcut+O", files::open),
                        MenuItems.item("file.mnist", actions.mnist()),
                        new SeparatorMenuItem(),
                        MenuItems.item("file.save-spec", "Shortcut+Shift+S", files::saveSpec),
                        MenuItems.item("file.save-weights", files::saveWeights),
                        MenuItems.item("file.load-weights", files::open),
                        MenuItems.item("file.save-data", files::saveData),
                        new SeparatorMenuItem());
        int first = getItems().size();
        pictures.forEach((name, picture) ->
                getItems()
                        .add(
                                MenuItems.item(
                                        "file.save-" + name, () -> onSave.accept(picture.get()))));
        getItems().get(first).setAccelerator(KeyCombination.valueOf("Shortcut+S"));
        getItems()
                .addAll(
                        MenuItems.item("file.save-curves", actions.saveCurves()),
                        MenuItems.item("file.save-bundle", actions.saveBundle()),
                        new SeparatorMenuItem(),
                        MenuItems.item("file.quit", "Shortcut+Q", actions.quit()));
    }
}
