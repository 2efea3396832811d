package mlpexplorer.ui;

import java.nio.file.Path;
import java.util.Optional;
import mlpexplorer.data.io.WholeFile;
import mlpexplorer.experiment.RunTables;
import mlpexplorer.training.Frame;
import mlpexplorer.training.MetricLog;
import mlpexplorer.ui.fx.Jobs;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.workbench.Texts;
import mlpexplorer.ui.workbench.Tone;
import mlpexplorer.ui.workbench.Workbench;

/// Saves the curves of the run at hand as a CSV file with the columns of the command line's `metrics.csv`.
final class CurvesSaver {
    private final Workbench workbench;
    private final Settings settings;
    private final FileChoice files;
    private final Jobs jobs;

    CurvesSaver(Workbench workbench, Settings settings, FileChoice files, Jobs jobs) {
        this.workbench = workbench;
        this.settings = settings;
        this.files = files;
        this.jobs = jobs;
    }

    /// Takes the curves as they stand at the click, then asks for the file.
    ///
    /// @param testHidden whether to leave the test columns empty
    void save(boolean testHidden) {
        MetricLog.View all = workbench.frameProperty().get().map(Frame::log).orElse(MetricLog.View.EMPTY);
        MetricLog.View log = testHidden ? all.withoutTest() : all;
        if (log.size() < 2) {
            workbench.tell(Texts.text("curves.none"));
            return;
        }
        Optional<Path> chosen = files.ask(settings.pictureFolder(), "curves.csv");
        chosen.ifPresent(file -> jobs.run(
                () -> WholeFile.write(file, RunTables.metrics(log)), this::saved, this::failed));
    }

    private void saved(Path file) {
        Optional.ofNullable(file.toAbsolutePath().getParent()).ifPresent(settings::pictureFolder);
        workbench.tell(Tone.DONE, Texts.text("save.done", file));
    }

    private void failed(Exception failure) {
        workbench.tell(Tone.PROBLEM, String.valueOf(failure.getMessage()));
    }
}
