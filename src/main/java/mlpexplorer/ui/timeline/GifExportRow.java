package mlpexplorer.ui.timeline;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import mlpexplorer.experiment.SpecFolder;
import mlpexplorer.experiment.SpecJson;
import mlpexplorer.training.Frame;
import mlpexplorer.training.LatestValue;
import mlpexplorer.training.Replay;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.IconButtons;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.NumberField;
import mlpexplorer.ui.controls.NumberRange;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.export.DefaultFileName;
import mlpexplorer.ui.export.FileSaver;
import mlpexplorer.ui.field.FieldThumbnail;
import mlpexplorer.ui.workbench.Notice;
import mlpexplorer.ui.workbench.Workbench;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The row that exports the run as an animated GIF: number of frames, size, duration, then progress
/// and Cancel.
final class GifExportRow extends HBox implements AutoCloseable {
    private final Workbench workbench;
    private final FileSaver saver;
    private final Jobs jobs = BackgroundJobs.ofFiles("animation");
    private final NumberField frames = field("frames", 2, 240, Animation.Options.DEFAULT.frames());
    private final NumberField pixels =
            field("pixels", 64, 1024, Animation.Options.DEFAULT.pixels());
    private final NumberField seconds =
            field("seconds", 1, 60, (int) Animation.Options.DEFAULT.seconds());
    private final CheckBox early;
    private final CheckBox path;
    private final Button save;
    private final Button cancel;
    private final ProgressBar progress = new ProgressBar(0);
    private final LatestValue<Double> done = new LatestValue<>();
    private final LatestValue<Replay> replays = new LatestValue<>();
    private Optional<Path> waiting = Optional.empty();
    private Optional<Jobs.Job> running = Optional.empty();

    GifExportRow(Workbench workbench, FileSaver saver) {
        this.workbench = workbench;
        this.saver = saver;
        early = caption("early").describe(new CheckBox(Messages.text("animation.early")));
        early.setSelected(Animation.Options.DEFAULT.early());
        path = caption("path").describe(new CheckBox(Messages.text("animation.path")));
        save = IconButtons.labeled(Feather.DOWNLOAD, caption("save"), this::ask);
        cancel = IconButtons.labeled(Feather.X, caption("cancel"), this::cancel);
        progress.setId("animation-progress");
        progress.setAccessibleText(Messages.text("animation.progress"));
        getStyleClass().add("animation-row");
        setId("animation-row");
        setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        label("animation.frames", frames),
                        frames,
                        label("animation.pixels", pixels),
                        pixels,
                        label("animation.seconds", seconds),
                        seconds,
                        early,
                        path,
                        gap,
                        progress,
                        cancel,
                        save);
        showBusy(false);
    }

    private static NumberField field(String name, int low, int high, int initial) {
        NumberField field = new NumberField(caption(name), NumberRange.integers(low, high));
        field.setValue(initial);
        return field;
    }

    private static Label label(String key, Node of) {
        Label label = new Label(Messages.text(key));
        label.setLabelFor(of);
        return label;
    }

    private static ControlLabel caption(String name) {
        return ControlLabel.of("animation." + name, "animation-" + name);
    }

    /// Asks for the file, then exports the run up to the current epoch.
    private void ask() {
        Optional<Frame> frame = workbench.frameProperty().get();
        boolean shows =
                path.isSelected()
                        ? frame.filter(now -> now.lastEpoch() > 0).isPresent()
                        : frame.filter(now -> FieldThumbnail.shows(now.split().dataset()))
                                .isPresent();
        if (!shows) {
            workbench
                    .notice()
                    .show(
                            Notice.Level.PROBLEM,
                            Messages.text(
                                    path.isSelected()
                                            ? "animation.no-path"
                                            : "animation.no-plane"));
            return;
        }
        waiting =
                saver.ask(
                        DefaultFileName.of(
                                workbench.spec(),
                                path.isSelected() ? "landscape.gif" : "boundary.gif"));
        if (waiting.isPresent()) {
            showBusy(true);
            workbench.open(replays::publish);
        }
    }

    /// Starts the export once the history is available, and shows progress. Call once per pulse.
    void pulse() {
        done.poll().ifPresent(progress::setProgress);
        if (waiting.isPresent()) {
            Path file = waiting.get();
            replays.poll()
                    .ifPresent(replay -> {
                        waiting = Optional.empty();
                        begin(replay, file);
                    });
        }
    }

    private void begin(Replay replay, Path file) {
        Theme theme = Theme.of(this);
        Animation.Options options =
                new Animation.Options(
                        (int) frames.getValue(),
                        early.isSelected(),
                        (int) pixels.getValue(),
                        seconds.getValue());
        Animation animation =
                new Animation(
                        replay,
                        options,
                        theme,
                        SpecJson.canonical(SpecFolder.of(file).relative(workbench.spec())),
                        path.isSelected()
                                ? Optional.of(workbench.spec().training().regularizer())
                                : Optional.empty());
        running =
                Optional.of(
                        jobs.run(
                                () -> animation.write(file, done::publish),
                                this::saved,
                                this::failed));
    }

    private void saved(Path file) {
        saver.saved(file);
        showBusy(false);
    }

    private void failed(Exception failure) {
        saver.failed(failure);
        showBusy(false);
    }

    private void cancel() {
        running.ifPresent(Jobs.Job::cancel);
        waiting = Optional.empty();
        workbench.notice().show(Messages.text("animation.canceled"));
        showBusy(false);
    }

    private void showBusy(boolean busy) {
        progress.setProgress(0);
        for (Node node : List.of(progress, cancel)) {
            node.setVisible(busy);
            node.setManaged(busy);
        }
        save.setDisable(busy);
        running = busy ? running : Optional.empty();
    }

    /// Cancels the export and waits until its files are removed.
    @Override
    public void close() {
        running.ifPresent(Jobs.Job::cancel);
        jobs.close();
    }
}
