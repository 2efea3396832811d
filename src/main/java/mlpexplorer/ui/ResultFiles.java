package mlpexplorer.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import mlpexplorer.data.io.WholeFile;
import mlpexplorer.ui.fx.Jobs;
import mlpexplorer.ui.labs.LabFiles;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.workbench.Texts;
import mlpexplorer.ui.workbench.Tone;
import mlpexplorer.ui.workbench.Workbench;

/// Saves what a lab found: pictures as all pictures are, tables as CSV, arithmetic as text. A file is written beside its place and then moved
/// there, so a failure leaves the old file or none.
final class ResultFiles implements LabFiles {
    private final Workbench workbench;
    private final Settings settings;
    private final FileChoice files;
    private final Jobs jobs;
    private final Consumer<Picture> pictures;

    ResultFiles(Workbench workbench, Settings settings, FileChoice files, Jobs jobs, Consumer<Picture> pictures) {
        this.workbench = workbench;
        this.settings = settings;
        this.files = files;
        this.jobs = jobs;
        this.pictures = pictures;
    }

    @Override
    public void savePicture(String name, Node node) {
        pictures.accept(new Picture(name, node, _ -> { }));
    }

    @Override
    public void saveTable(String name, WholeFile.Content csv) {
        save(name + ".csv", csv);
    }

    @Override
    public void saveText(String name, String text) {
        save(name + ".txt", WholeFile.Content.of(text));
    }

    private void save(String fileName, WholeFile.Content content) {
        Optional<Path> chosen = files.ask(settings.pictureFolder(), fileName);
        chosen.ifPresent(file -> jobs.run(
                () -> WholeFile.write(file.toAbsolutePath(), content),
                saved -> workbench.tell(Tone.DONE, Texts.text("save.done", saved)),
                failure -> workbench.tell(Tone.PROBLEM, String.valueOf(failure.getMessage()))));
    }
}
