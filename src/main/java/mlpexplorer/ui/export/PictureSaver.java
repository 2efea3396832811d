package mlpexplorer.ui.export;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.WritableImage;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.ui.fx.Overlay;
import mlpexplorer.ui.fx.PngFile;
import mlpexplorer.ui.settings.PictureOptions;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.workbench.Texts;
import mlpexplorer.ui.workbench.Tone;
import mlpexplorer.ui.workbench.Workbench;

/// Saves pictures as PNG files that contain the spec of the run, or copies them to the clipboard. Asks for size and theme
/// first, and remembers them.
public final class PictureSaver {
    private final Workbench workbench;
    private final Settings settings;
    private final FileSaver files;
    private final Overlay window;

    public PictureSaver(Workbench workbench, Settings settings, FileSaver files, Overlay window) {
        this.workbench = workbench;
        this.settings = settings;
        this.files = files;
        this.window = window;
    }

    /// Asks for the options and then for the file.
    public void save(Picture picture) {
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

    /// Copies the picture to the clipboard, with the options of the last one.
    public void copy(Picture picture) {
        render(picture, settings.pictures(), image -> {
            PngFile.copyToClipboard(image);
            workbench.notice().show(Tone.DONE, Texts.text("save.copied"));
        });
    }

    private void remember(PictureOptions options) {
        settings.pictures(options);
        window.close();
    }

    /// Takes the picture first, so that it shows what was on screen at the click, then asks for the file.
    private void save(Picture picture, PictureOptions options) {
        RunStart start = picture.subject().map(RunStart::new).orElseGet(workbench::start);
        Map<String, String> texts = PictureTexts.of(picture.name(), caption(picture), start);
        String fileName = ExportName.of(start.spec(), picture.name() + ".png");
        render(picture, options, image -> files.save(fileName, out -> out.write(PngFile.bytes(image, texts))));
    }

    private void render(Picture picture, PictureOptions options, Consumer<WritableImage> then) {
        new PictureRenderer(window).render(picture, options, caption(picture), then);
    }

    private String caption(Picture picture) {
        return picture.subject()
                .map(spec -> RunCaption.of(spec, Optional.empty()))
                .orElseGet(() -> RunCaption.of(workbench.spec(), workbench.frameProperty().get()));
    }
}
