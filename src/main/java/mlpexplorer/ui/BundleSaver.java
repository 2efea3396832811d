package mlpexplorer.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;
import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.lab.AssignmentBundle;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.fx.Jobs;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.workbench.Texts;
import mlpexplorer.ui.workbench.Tone;
import mlpexplorer.ui.workbench.Workbench;

/// Saves the shown run as an assignment bundle. Its pictures are laid out beside the window, at the sizes that the command
/// line gives them, whatever page is shown; the file is written in the background.
final class BundleSaver {
    private static final int SCALE = 2;
    /// Fields are drawn coarse first and fine when they rest.
    private static final long REST_NANOS = 1_200_000_000;

    private final Workbench workbench;
    private final Settings settings;
    private final FileChoice files;
    private final Jobs jobs;
    private Optional<Work> work = Optional.empty();

    /// A bundle that waits for its pictures.
    private record Work(Path file, RunSpec spec, RunResult result, Studio studio, long due) {}

    BundleSaver(Workbench workbench, Settings settings, FileChoice files, Jobs jobs) {
        this.workbench = workbench;
        this.settings = settings;
        this.files = files;
        this.jobs = jobs;
    }

    /// Asks for the file and begins; the run as it stands now is what is saved.
    ///
    /// @param dark       whether the pictures are on dark ground
    /// @param testHidden whether to leave out what was measured on the test part
    void save(boolean dark, boolean testHidden) {
        Optional<Frame> frame = workbench.frameProperty().get();
        if (frame.isEmpty() || work.isPresent()) {
            return;
        }
        workbench.pause();
        Optional<Path> chosen = files.ask(settings.pictureFolder(), "assignment.zip");
        chosen.ifPresent(file -> {
            RunStart start = workbench.runProperty().get().start();
            RunResult result = FrameResult.of(start, workbench.frameProperty().get().orElse(frame.get()));
            Studio studio = new Studio(workbench, new RunPictures.Look(dark, SCALE));
            studio.testHiddenProperty().set(testHidden);
            work = Optional.of(new Work(
                    file.toAbsolutePath(), workbench.spec(), testHidden ? result.withoutTest() : result, studio, System.nanoTime() + REST_NANOS));
            workbench.tell(Texts.text("bundle.saving"));
        });
    }

    /// To be called once a pulse.
    void pulse() {
        work.ifPresent(now -> {
            now.studio().pulse();
            if (System.nanoTime() >= now.due()) {
                work = Optional.empty();
                finish(now);
            }
        });
    }

    private void finish(Work now) {
        try (Studio studio = now.studio()) {
            SequencedMap<String, byte[]> pictures = studio.take();
            jobs.run(
                    () -> write(now, pictures), file -> workbench.tell(Tone.DONE, Texts.text("save.done", file)),
                    failure -> workbench.tell(Tone.PROBLEM, String.valueOf(failure.getMessage())));
        } catch (IOException e) {
            workbench.tell(Tone.PROBLEM, String.valueOf(e.getMessage()));
        }
    }

    private static Path write(Work now, SequencedMap<String, byte[]> pictures) throws IOException {
        new AssignmentBundle(now.spec(), now.result(), pictures).write(now.file());
        return now.file();
    }

    /// Drops what is under way.
    void close() {
        work.ifPresent(now -> now.studio().close());
        work = Optional.empty();
    }
}
