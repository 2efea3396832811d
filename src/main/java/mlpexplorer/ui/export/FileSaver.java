package mlpexplorer.ui.export;

import mlpexplorer.data.io.AtomicFile;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.workbench.Notice;
import mlpexplorer.ui.workbench.Workbench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Saves files: asks for the place, writes in the background, and reports success or failure in the
/// status line. Dialogs open in the folder of the last file. FX thread.
public final class FileSaver {
    private final Workbench workbench;
    private final FileDialogs dialogs;
    private final Settings settings;
    private final Settings.Folder folder;
    private final Jobs jobs;

    /// @param folder which of the remembered folders the dialogs open in
    public FileSaver(
            Workbench workbench,
            FileDialogs dialogs,
            Settings settings,
            Settings.Folder folder,
            Jobs jobs) {
        this.workbench = workbench;
        this.dialogs = dialogs;
        this.settings = settings;
        this.folder = folder;
        this.jobs = jobs;
    }

    /// Asks for a file to open; empty if the user canceled.
    public Optional<Path> askToOpen() {
        return remembered(dialogs.open(settings.folder(folder)));
    }

    /// Asks where to save, and completes the name with one extension; empty if the user canceled.
    ///
    /// @param fileName the suggested name, whose extension is the default one
    public Optional<Path> ask(String fileName) {
        return remembered(
                dialogs.save(settings.folder(folder), fileName)
                        .map(FileNameCompleter.of(fileName)::complete));
    }

    private Optional<Path> remembered(Optional<Path> file) {
        file.map(chosen -> chosen.toAbsolutePath().getParent())
                .ifPresent(parent -> settings.folder(folder, parent));
        return file;
    }

    /// Asks where to save and writes `content` there. The content is computed on a background
    /// thread, so it must not depend on anything that the FX thread changes.
    public void save(String fileName, AtomicFile.Content content) {
        ask(fileName).ifPresent(file -> write(file, content));
    }

    /// Replaces `file` by `content`, which is computed on a background thread.
    public void write(Path file, AtomicFile.Content content) {
        run(() -> AtomicFile.write(file, content));
    }

    /// Runs `writing`, which returns the file it wrote, on a background thread.
    public void run(Callable<Path> writing) {
        jobs.run(writing, this::saved, this::failed);
    }

    /// Reports that `file` was saved.
    public void saved(Path file) {
        workbench.notice().show(Notice.Level.DONE, Messages.text("save.done", file));
    }

    /// Reports why a file could not be saved.
    public void failed(Exception failure) {
        workbench.notice().show(failure);
    }
}
