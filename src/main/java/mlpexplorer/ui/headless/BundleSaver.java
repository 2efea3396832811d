package mlpexplorer.ui.headless;

import mlpexplorer.experiment.RunPictures;
import mlpexplorer.experiment.RunResult;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.labs.AssignmentBundle;
import mlpexplorer.experiment.lesson.LessonRecord;
import mlpexplorer.training.Frame;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.export.DefaultFileName;
import mlpexplorer.ui.export.FileSaver;
import mlpexplorer.ui.export.PictureFile;
import mlpexplorer.ui.workbench.Workbench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;

/// Saves the displayed run as an assignment bundle. Its pictures are rendered off screen at the
/// sizes used by the command line; they are encoded and written in the background.
public final class BundleSaver implements LivePart {
    private static final int SCALE = 2;

    /// Pulses to wait until fields are drawn at full resolution.
    private static final long SETTLE_NANOS = 1_200_000_000;

    private final Workbench workbench;
    private final FileSaver files;
    private Optional<Work> work = Optional.empty();

    /// A bundle waiting for its pictures.
    private record Work(
            Path file,
            RunSpec spec,
            RunResult result,
            Optional<LessonRecord> lesson,
            OffscreenPanes offscreen,
            long due) {}

    public BundleSaver(Workbench workbench, FileSaver files) {
        this.workbench = workbench;
        this.files = files;
    }

    /// Asks for the file and starts; saves the current state of the run.
    ///
    /// @param dark whether the pictures use the dark theme
    /// @param testHidden whether to omit test metrics
    public void save(boolean dark, boolean testHidden) {
        Optional<Frame> frame = workbench.frameProperty().get();
        if (frame.isEmpty() || work.isPresent()) {
            return;
        }
        workbench.pause();
        Optional<Path> chosen = files.ask(DefaultFileName.of(workbench.spec(), "assignment.zip"));
        chosen.ifPresent(file -> {
            RunStart start = workbench.runProperty().get().start();
            Frame shown = workbench.frameProperty().get().orElse(frame.get());
            RunResult result = RunResult.of(start, shown);
            OffscreenPanes panes = new OffscreenPanes(workbench, new RunPictures.Look(dark, SCALE));
            panes.testHiddenProperty().set(testHidden);
            work =
                    Optional.of(
                            new Work(
                                    file.toAbsolutePath(),
                                    workbench.spec(),
                                    testHidden ? result.withoutTest() : result,
                                    workbench.lesson().record(shown),
                                    panes,
                                    System.nanoTime() + SETTLE_NANOS));
            workbench.notice().show(Messages.text("bundle.saving"));
        });
    }

    /// Call once per pulse.
    @Override
    public void pulse(long now) {
        work.ifPresent(waiting -> {
            waiting.offscreen().pulse(now);
            if (now - waiting.due() >= 0) {
                work = Optional.empty();
                finish(waiting);
            }
        });
    }

    private void finish(Work now) {
        try (OffscreenPanes offscreen = now.offscreen()) {
            SequencedMap<String, PictureFile> pictures = offscreen.take();
            files.run(() -> {
                AssignmentBundle.of(
                                now.spec(),
                                now.result(),
                                placed -> PictureFile.encode(pictures, _ -> placed))
                        .with(now.lesson())
                        .write(now.file());
                return now.file();
            });
        }
    }

    /// Cancels a pending bundle.
    @Override
    public void close() {
        work.ifPresent(now -> now.offscreen().close());
        work = Optional.empty();
    }
}
