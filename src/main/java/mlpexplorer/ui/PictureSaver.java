package mlpexplorer.ui;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.WritableImage;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.ui.files.PictureTexts;
import mlpexplorer.ui.fx.Jobs;
import mlpexplorer.ui.fx.Overlay;
import mlpexplorer.ui.fx.PngFile;
import mlpexplorer.ui.settings.PictureOptions;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.workbench.Texts;
import mlpexplorer.ui.workbench.Tone;
import mlpexplorer.ui.workbench.Workbench;

/// Takes pictures out of the window: asks how, then saves a PNG that carries the run's specification, or copies it. How and
/// where are remembered.
final class PictureSaver {
    private final Workbench workbench;
    private final Settings settings;
    private final FileChoice files;
    private final Jobs jobs;
    private final Overlay window;

    PictureSaver(Workbench workbench, Settings settings, FileChoice files, Jobs jobs, Overlay window) {
        this.workbench = workbench;
        this.settings = settings;
        this.files = files;
        this.jobs = jobs;
        this.window = window;
    }

    /// Asks how the picture shall be, and then for the file.
    void save(Picture picture) {
        window.show(new PictureSheet(picture, settings.pictures(), new PictureSheet.Verbs(
                options -> {
                    remember(options);
                    save(picture, options);
                },
                options -> {
                    remember(options);
                    copy(picture);
                },
                window::close)));
    }

    /// Puts the picture on the clipboard, as pictures were saved last.
    void copy(Picture picture) {
        render(picture, settings.pictures(), image -> {
            PngFile.copyToClipboard(image);
            workbench.tell(Tone.DONE, Texts.text("save.copied"));
        });
    }

    private void remember(PictureOptions options) {
        settings.pictures(options);
        window.close();
    }

    /// Takes the picture first, so that it shows what was on screen at the click, then asks for the file.
    private void save(Picture picture, PictureOptions options) {
        Map<String, String> texts = PictureTexts.of(picture.name(), picture.subject().map(RunStart::new).orElseGet(workbench::start));
        render(picture, options, image -> {
            Optional<Path> chosen = files.ask(settings.pictureFolder(), picture.name() + ".png");
            chosen.ifPresent(file -> PngFile.save(jobs, file, image, texts, this::saved, this::failed));
        });
    }

    private void render(Picture picture, PictureOptions options, Consumer<WritableImage> then) {
        String caption = picture.subject()
                .map(spec -> RunCaption.of(spec, Optional.empty()))
                .orElseGet(() -> RunCaption.of(workbench.spec(), workbench.frameProperty().get()));
        new PictureRenderer(window).render(picture, options, caption, then);
    }

    private void saved(Path file) {
        Optional.ofNullable(file.toAbsolutePath().getParent()).ifPresent(settings::pictureFolder);
        workbench.tell(Tone.DONE, Texts.text("save.done", file));
    }

    private void failed(Exception failure) {
        workbench.tell(Tone.PROBLEM, String.valueOf(failure.getMessage()));
    }
}
