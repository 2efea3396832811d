package mlpexplorer.ui.export;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import mlpexplorer.experiment.RunStart;
import mlpexplorer.experiment.SpecFolder;
import mlpexplorer.ui.concurrent.BackgroundJobs;
import mlpexplorer.ui.concurrent.Jobs;
import mlpexplorer.ui.concurrent.LivePart;
import mlpexplorer.ui.controls.ControlLabel;
import mlpexplorer.ui.controls.FormRow;
import mlpexplorer.ui.controls.Messages;
import mlpexplorer.ui.controls.Overlay;
import mlpexplorer.ui.controls.PngFile;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.controls.ToggleRow;
import mlpexplorer.ui.settings.Settings;
import mlpexplorer.ui.settings.Settings.PictureOptions;
import mlpexplorer.ui.workbench.Notice;
import mlpexplorer.ui.workbench.Workbench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Saves pictures as PNG or SVG files that contain the spec of the run, or copies them to the
/// clipboard. Asks for format, size and theme first, and remembers them.
///
/// While a picture is taken, [#isTaking], the window must not change.
public final class PictureSaver implements LivePart {
    private final Workbench workbench;
    private final Settings settings;
    private final FileSaver files;
    private final Overlay window;
    private final Jobs jobs = new BackgroundJobs("pictures", 1);
    private Optional<Taking<?>> taking = Optional.empty();

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
                        new SavePictureDialog.Actions(
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
        PictureOptions options = settings.pictures();
        new PictureRenderer(window)
                .render(
                        options,
                        caption(picture),
                        (theme, line, done) ->
                                take(
                                        picture,
                                        options.scale(),
                                        () ->
                                                PictureRenderer.Steps.of(
                                                        PictureRenderer.image(
                                                                picture,
                                                                options.scale(),
                                                                theme,
                                                                line)),
                                        done,
                                        this::copied));
    }

    private void copied(WritableImage image) {
        PngFile.copyToClipboard(image);
        workbench.notice().show(Notice.Level.DONE, Messages.text("save.copied"));
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
        String fileName =
                DefaultFileName.of(start.spec(), picture.name() + options.format().ending());
        new PictureRenderer(window)
                .render(
                        options,
                        caption,
                        (theme, line, done) ->
                                take(
                                        picture,
                                        options.scale(),
                                        () ->
                                                PictureRenderer.steps(
                                                        picture,
                                                        options.format(),
                                                        options.scale(),
                                                        theme,
                                                        line),
                                        done,
                                        content ->
                                                ask(
                                                        fileName,
                                                        new PictureFile(
                                                                content,
                                                                picture.name(),
                                                                caption,
                                                                start))));
    }

    private void ask(String fileName, PictureFile picture) {
        files.ask(fileName)
                .ifPresent(file ->
                        files.write(
                                file,
                                out -> out.write(picture.encode(SpecFolder.of(file)::relative))));
    }

    /// Draws embedded images in the background, and then takes the picture.
    ///
    /// @param done run at the end, also after a failure
    private <T> void take(
            ExportablePicture picture,
            int scale,
            Supplier<PictureRenderer.Steps<T>> steps,
            Runnable done,
            Consumer<T> then) {
        if (taking.isPresent()) {
            done.run();
            return;
        }
        Taking<T> wanted = new Taking<>(picture, steps, done, then);
        taking = Optional.of(wanted);
        picture.field()
                .ifPresentOrElse(
                        field ->
                                jobs.run(
                                        field.at(scale)::get,
                                        shown -> {
                                            shown.run();
                                            wanted.begin();
                                        },
                                        failure -> {
                                            end(wanted);
                                            files.failed(failure);
                                        }),
                        wanted::begin);
    }

    private void end(Taking<?> ended) {
        taking = Optional.empty();
        ended.picture.draw(1);
        ended.done.run();
    }

    /// Whether a picture is being taken.
    public boolean isTaking() {
        return taking.isPresent();
    }

    /// Takes the next step. Call once per pulse.
    @Override
    public void pulse(long now) {
        taking.ifPresent(Taking::advance);
    }

    @Override
    public void close() {
        jobs.close();
    }

    /// A picture that is being taken.
    private final class Taking<T> {
        private final ExportablePicture picture;
        private final Supplier<PictureRenderer.Steps<T>> making;
        private final Runnable done;
        private final Consumer<T> then;
        private Optional<PictureRenderer.Steps<T>> steps = Optional.empty();

        Taking(
                ExportablePicture picture,
                Supplier<PictureRenderer.Steps<T>> making,
                Runnable done,
                Consumer<T> then) {
            this.picture = picture;
            this.making = making;
            this.done = done;
            this.then = then;
        }

        void begin() {
            boolean begun = false;
            try {
                steps = Optional.of(making.get());
                begun = true;
            } finally {
                if (!begun) {
                    end(this);
                }
            }
            advance();
        }

        void advance() {
            steps.ifPresent(this::advance);
        }

        private void advance(PictureRenderer.Steps<T> under) {
            boolean more = false;
            try {
                more = !under.advance();
            } finally {
                if (!more) {
                    end(this);
                }
            }
            if (!more) {
                then.accept(under.result());
            }
        }
    }

    private String caption(ExportablePicture picture) {
        return picture.subject()
                .map(spec -> PictureFile.caption(spec, Optional.empty()))
                .orElseGet(() ->
                        PictureFile.caption(workbench.spec(), workbench.frameProperty().get()));
    }

    /// The options for saving or copying a picture: size, light or dark, title and caption.
    private static final class SavePictureDialog extends VBox {
        private static final List<Integer> SCALES = List.of(1, 2, 4);
        private static final List<Optional<Theme>> THEMES =
                List.of(Optional.empty(), Optional.of(Theme.LIGHT), Optional.of(Theme.DARK));

        private final ExportablePicture picture;
        private final ObjectProperty<PictureOptions> options;
        private final Label size = new Label();

        /// The actions of the buttons Save, Copy and Cancel.
        record Actions(
                Consumer<PictureOptions> save, Consumer<PictureOptions> copy, Runnable cancel) {}

        SavePictureDialog(ExportablePicture picture, PictureOptions defaults, Actions actions) {
            this.picture = picture;
            options =
                    new SimpleObjectProperty<>(
                            isWindow(picture)
                                    ? defaults.withFormat(PictureOptions.Format.PNG)
                                    : defaults);
            setId("picture-sheet");
            getStyleClass().add("picture-sheet");
            Label title =
                    new Label(Messages.text("picture.title", picture.name().replace('-', ' ')));
            title.getStyleClass().add("sheet-title");
            size.setId("picture-size");
            size.getStyleClass().add("caption-text");
            CheckBox captioned =
                    caption("caption")
                            .part("check")
                            .describe(new CheckBox(Messages.text("picture.caption")));
            captioned.setSelected(defaults.captioned());
            captioned
                    .selectedProperty()
                    .addListener((_, _, on) -> options.set(options.get().withCaption(on)));
            if (!isWindow(picture)) {
                getChildren()
                        .add(
                                row(
                                        "format",
                                        List.of(PictureOptions.Format.values()),
                                        format -> format.name().toLowerCase(Locale.ROOT),
                                        options.map(PictureOptions::format),
                                        format -> options.set(options.get().withFormat(format))));
            }
            getChildren().addFirst(title);
            getChildren()
                    .addAll(
                            row(
                                    "scale",
                                    SCALES,
                                    scale -> Integer.toString(scale),
                                    options.map(PictureOptions::scale),
                                    scale -> options.set(options.get().withScale(scale))),
                            row(
                                    "theme",
                                    THEMES,
                                    SavePictureDialog::name,
                                    options.map(PictureOptions::theme),
                                    theme -> options.set(options.get().withTheme(theme))),
                            captioned,
                            size,
                            buttons(actions));
            options.addListener(_ -> showSize());
            showSize();
        }

        /// Icons and the controls around plots are pixels only.
        private static boolean isWindow(ExportablePicture picture) {
            return picture.name().equals(ExportablePicture.WINDOW);
        }

        private void showSize() {
            Bounds bounds = picture.node().getLayoutBounds();
            boolean vectors = options.get().format() == PictureOptions.Format.SVG;
            int scale = vectors ? 1 : options.get().scale();
            size.setText(
                    Messages.text(
                            vectors ? "picture.size.svg" : "picture.size",
                            Math.round(bounds.getWidth() * scale),
                            Math.round(bounds.getHeight() * scale)));
        }

        private HBox buttons(Actions actions) {
            Button copy = button("copy", () -> actions.copy().accept(options.get()));
            Button cancel = button("cancel", actions.cancel());
            Button save = button("save", () -> actions.save().accept(options.get()));
            save.setDefaultButton(true);
            save.getStyleClass().add("sheet-default");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox buttons = new HBox(copy, gap, cancel, save);
            buttons.getStyleClass().add("sheet-buttons");
            return buttons;
        }

        private static Button button(String id, Runnable action) {
            Button button =
                    caption(id).part("button").describe(new Button(Messages.text("picture." + id)));
            button.setOnAction(_ -> action.run());
            return button;
        }

        private static <T> Node row(
                String id,
                List<T> choices,
                Function<T, String> names,
                ObservableValue<T> chosen,
                Consumer<T> onChoice) {
            ToggleRow<T> buttons =
                    new ToggleRow<>(
                            choices, choice -> caption(id, names.apply(choice)), chosen, onChoice);
            buttons.getStyleClass().add("segments");
            return new FormRow(caption(id), buttons);
        }

        private static ControlLabel caption(String id, String choice) {
            return new ControlLabel(
                    Messages.text("picture." + id + "." + choice),
                    "picture-" + id + "-" + choice,
                    Messages.text("picture." + id + ".tip"));
        }

        private static String name(Optional<Theme> theme) {
            return theme.map(known -> known.isDark() ? "dark" : "light").orElse("shown");
        }

        private static ControlLabel caption(String id) {
            return ControlLabel.of("picture." + id, "picture-" + id);
        }
    }
}
