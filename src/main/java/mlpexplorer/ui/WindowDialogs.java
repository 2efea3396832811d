package mlpexplorer.ui;

import java.nio.file.Path;
import java.util.Optional;
import mlpexplorer.ui.files.FileDialogs;
import mlpexplorer.ui.settings.Settings;

/// The window's file choosers, opened where the last file was.
record WindowDialogs(FileChoice files, Settings settings) implements FileDialogs {

    @Override
    public Optional<Path> toOpen() {
        return remembered(files.open(settings.fileFolder()));
    }

    @Override
    public Optional<Path> toSave(String fileName) {
        return remembered(files.ask(settings.fileFolder(), fileName));
    }

    private Optional<Path> remembered(Optional<Path> file) {
        file.map(chosen -> chosen.toAbsolutePath().getParent()).ifPresent(settings::fileFolder);
        return file;
    }
}
