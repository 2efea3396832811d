package mlpexplorer.ui.export;

import javafx.stage.FileChooser;
import javafx.stage.Stage;

import mlpexplorer.ui.controls.Messages;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The system's file dialogs, owned by a stage.
public record FxFileDialogs(Stage stage) implements FileDialogs {
    private static final List<String> KINDS =
            List.of("png", "svg", "mlpx.json", "json", "npz", "csv", "txt", "zip", "gif");

    @Override
    public Optional<Path> save(Optional<Path> folder, String fileName) {
        FileChooser chooser = chooser("save.title", folder);
        chooser.setInitialFileName(fileName);
        KINDS.stream()
                .filter(kind -> fileName.endsWith("." + kind))
                .findFirst()
                .ifPresent(kind ->
                        chooser.getExtensionFilters()
                                .add(
                                        new FileChooser.ExtensionFilter(
                                                Messages.text("save." + kind), "*." + kind)));
        if (fileName.endsWith(".npz")) {
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(Messages.text("save.json"), "*.json"));
        }
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> open(Optional<Path> folder) {
        FileChooser chooser = chooser("open.title", folder);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(Messages.text("open.all"), "*", "*.*"),
                        new FileChooser.ExtensionFilter(
                                Messages.text("open.csv"), "*.csv", "*.tsv", "*.txt"),
                        new FileChooser.ExtensionFilter(
                                Messages.text("open.idx"),
                                "*-ubyte",
                                "*-ubyte.gz",
                                "*.npy",
                                "*.npz",
                                "*.idx",
                                "*.gz"),
                        new FileChooser.ExtensionFilter(
                                Messages.text("open.spec"), "*.json", "*.png", "*.svg"),
                        new FileChooser.ExtensionFilter(
                                Messages.text("open.weights"), "*.npz", "*.json"));
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
    }

    private static FileChooser chooser(String title, Optional<Path> folder) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text(title));
        folder.map(Path::toFile).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }
}
