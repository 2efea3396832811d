package mlpexplorer.ui.export;

import javafx.scene.image.WritableImage;

import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecFolder;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Overlay;
import mlpexplorer.ui.controls.PngFile;
import mlpexplorer.ui.settings.PictureOptions;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.workbench.NoticeLevel;
import mlpexplorer.ui.workbench.Workbench;

import java.util.Optional;
import java.util.function.Consumer;

/// Saves pictures as PNG files that contain the spec of the run, or copies them to the clipboard.
/// Asks for size and theme first, and remembers them.
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
    public void save(ExportablePicture picture) {
        window.show(
                new SavePictureDialog(
                        picture,
                        settings.pictures(),
                        new SavePictureDialog.Verbs(
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
    public void copy(ExportablePicture picture) {
        render(
                picture,
                settings.pictures(),
                image -> {
                    PngFile.copyToClipboard(image);
                    workbench.notice().show(NoticeLevel.DONE, Messages.text("save.copied"));
                });
    }

    private void remember(PictureOptions options) {
        settings.pictures(options);
        window.close();
    }

    /// Takes the picture first, so that it shows what was on screen at the click, then asks for the
    /// file.
    private void save(ExportablePicture picture, PictureOptions options) {
        RunStart start = picture.subject().map(RunStart::new).orElseGet(workbench::start);
        String caption = caption(picture);
        String fileName = DefaultFileName.of(start.spec(), picture.name() + ".png");
        render(
                picture,
                options,
                image -> {
                    PngPicture saved = new PngPicture(image, picture.name(), caption, start);
                    files.ask(fileName)
                            .ifPresent(file ->
                                    files.write(
                                            file,
                                            out ->
                                                    out.write(
                                                            saved.encode(
                                                                    SpecFolder.of(file)
                                                                            ::relative))));
                });
    }

    private void render(
            ExportablePicture picture, PictureOptions options, Consumer<WritableImage> then) {
        new PictureRenderer(window).render(picture, options, caption(picture), then);
    }

    private String caption(ExportablePicture picture) {
        return picture.subject()
                .map(spec -> RunCaption.of(spec, Optional.empty()))
                .orElseGet(() -> RunCaption.of(workbench.spec(), workbench.frameProperty().get()));
    }
}
