package mlpexplorer.ui.menu;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import mlpexplorer.experiment.export.TrainingScript;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Overlay;
import mlpexplorer.ui.export.ExportablePicture;
import mlpexplorer.ui.files.FileActions;
import mlpexplorer.ui.files.ModelActions;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The File menu: open, save, export, quit.
public final class FileMenu extends Menu {

    /// The actions of items that are not file operations.
    ///
    /// @param models exports the network
    /// @param window shows the code of a run
    /// @param mnist offers to download MNIST
    /// @param saveCurves saves the learning curves as a table
    /// @param saveBundle saves the run as an assignment bundle
    public record Actions(
            ModelActions models,
            Overlay window,
            Runnable mnist,
            Runnable saveCurves,
            Runnable saveBundle,
            Runnable quit) {}

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
        getItems()
                .addAll(
                        savePicture(pictures, onSave),
                        MenuItems.item("file.save-curves", actions.saveCurves()),
                        MenuItems.item("file.save-bundle", actions.saveBundle()),
                        export(actions.models(), actions.window()),
                        MenuItems.item("file.predict", actions.models()::predict),
                        new SeparatorMenuItem(),
                        MenuItems.item("file.quit", "Shortcut+Q", actions.quit()));
    }

    private static Menu savePicture(
            SequencedMap<String, Supplier<ExportablePicture>> pictures,
            Consumer<ExportablePicture> onSave) {
        Menu save = new Menu();
        MenuItems.name(save, "save-picture");
        pictures.forEach((name, picture) -> {
            String key = "file.save-" + name;
            MenuItem item = MenuItems.item(key, () -> onSave.accept(picture.get()));
            save.getItems().add(item);
            save.addEventHandler(
                    ON_SHOWING,
                    _ ->
                            item.setText(
                                    Messages.text(
                                            Messages.variant(
                                                    "menu." + key, picture.get().name()))));
        });
        save.getItems().getFirst().setAccelerator(KeyCombination.valueOf("Shortcut+S"));
        return save;
    }

    /// The formats for other programs and for continued training.
    private static Menu export(ModelActions models, Overlay window) {
        Menu export = new Menu();
        MenuItems.name(export, "export");
        export.getItems()
                .addAll(
                        MenuItems.item("export.onnx", models::saveOnnx),
                        MenuItems.item("export.model", models::saveModel),
                        MenuItems.item(
                                "export.numpy",
                                () -> show(models, window, TrainingScript.Library.NUMPY)),
                        MenuItems.item(
                                "export.pytorch",
                                () -> show(models, window, TrainingScript.Library.PYTORCH)));
        return export;
    }

    private static void show(ModelActions models, Overlay window, TrainingScript.Library library) {
        models.script(
                library,
                script ->
                        window.show(
                                new ScriptDialog(
                                        script, () -> models.save(script), window::close)));
    }

    /// The script that trains the current run, with buttons to copy it and to save it with its
    /// data.
    private static final class ScriptDialog extends VBox {

        ScriptDialog(ModelActions.Script script, Runnable onSave, Runnable onClose) {
            setId("script-sheet");
            getStyleClass().add("script-sheet");
            Label title = new Label(script.name());
            title.getStyleClass().add("sheet-title");
            Label about = new Label(Messages.text("script.about"));
            about.setWrapText(true);
            TextArea code = new TextArea(script.text());
            code.setId("script-code");
            code.setEditable(false);
            code.setAccessibleText(Messages.text("script.code"));
            HBox buttons = ShortcutsDialog.closeButton("script", onClose);
            buttons.getChildren()
                    .addAll(
                            0,
                            List.of(
                                    button(
                                            "copy",
                                            () ->
                                                    Clipboard.getSystemClipboard()
                                                            .setContent(
                                                                    Map.of(
                                                                            DataFormat.PLAIN_TEXT,
                                                                            code.getText()))),
                                    button("save", onSave)));
            getChildren().addAll(title, about, code, buttons);
        }

        private static Button button(String name, Runnable action) {
            String text = Messages.text("script." + name);
            Button button =
                    new ControlLabel(
                                    text,
                                    "script-" + name + "-button",
                                    Messages.text("script." + name + ".tip"))
                            .describe(new Button(text));
            button.setOnAction(_ -> action.run());
            return button;
        }
    }
}
