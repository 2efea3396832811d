package mlpexplorer.ui.export;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

import mlpexplorer.ui.concurrent.AfterFrames;
import mlpexplorer.ui.controls.ColorRamp;
import mlpexplorer.ui.controls.Overlay;
import mlpexplorer.ui.controls.PngFile;
import mlpexplorer.ui.controls.SvgFile;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.settings.Settings.PictureOptions;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Renders parts of the window as images.
///
/// A picture in the other theme requires restyling the window and repainting content drawn by other
/// threads. This happens behind a snapshot of the window, so that the user does not see it.
public final class PictureRenderer {
    /// Pulses needed to repaint a field in other colors.
    private static final int STYLING_PULSES = 40;

    /// The share of a pulse for drawing an SVG file.
    private static final long SLICE_NANOS = 3_000_000;

    private final Overlay window;

    PictureRenderer(Overlay window) {
        this.window = window;
    }

    /// What makes a picture in the current theme.
    @FunctionalInterface
    interface Maker {
        /// @param caption line below the picture, if it is wanted
        /// @param done to be run once, when the picture was made or could not be
        void make(Theme theme, Optional<String> caption, Runnable done);
    }

    /// A picture that is made step by step, each in a pulse of its own.
    ///
    /// @param <T> kind of picture
    interface Steps<T> {
        /// Whether that was the last step.
        boolean advance();

        T result();

        /// A picture that is made in one step.
        static <T> Steps<T> of(T made) {
            return new Steps<>() {
                @Override
                public boolean advance() {
                    return true;
                }

                @Override
                public T result() {
                    return made;
                }
            };
        }
    }

    /// Starts to make the picture, immediately or, for the other theme, a few pulses later.
    ///
    /// @param caption line below the picture
    void render(PictureOptions options, String caption, Maker maker) {
        Scene scene = window.getScene();
        Theme shown = Theme.of(window);
        Theme wanted = options.theme().orElse(shown);
        Optional<String> line = Optional.of(caption).filter(_ -> options.captioned());
        if (wanted == shown) {
            maker.make(wanted, line, () -> {});
            return;
        }
        window.cover();
        wanted.applyTo(scene);
        AfterFrames.run(
                STYLING_PULSES,
                () ->
                        maker.make(
                                wanted,
                                line,
                                () -> {
                                    shown.applyTo(scene);
                                    window.uncover();
                                }));
    }

    /// The image in the current theme, rendered immediately, with its embedded images as they are.
    public static WritableImage image(
            ExportablePicture picture, int scale, Theme theme, Optional<String> caption) {
        WritableImage image =
                undressed(
                        picture,
                        scale,
                        caption.isPresent(),
                        () ->
                                PngFile.snapshot(
                                        picture.node(),
                                        scale,
                                        ColorRamp.color(theme.background())));
        return caption.map(words ->
                        below(
                                image,
                                PngFile.snapshot(
                                        line(words, image.getWidth() / scale, theme),
                                        scale,
                                        ColorRamp.color(theme.background()))))
                .orElse(image);
    }

    /// The picture in the current theme, to be encoded on any thread.
    static PictureFile.Content content(
            ExportablePicture picture,
            PictureOptions.Format format,
            int scale,
            Theme theme,
            Optional<String> caption) {
        return content(
                List.of(picture), scale, () -> steps(picture, format, scale, theme, caption));
    }

    /// The same of pictures below one another, with the caption below the last, as SVG.
    static PictureFile.Content stacked(
            List<ExportablePicture> pictures, int scale, Theme theme, Optional<String> caption) {
        return content(pictures, scale, () -> new SvgSteps(pictures, theme, caption));
    }

    private static PictureFile.Content content(
            List<ExportablePicture> pictures,
            int scale,
            Supplier<Steps<PictureFile.Content>> making) {
        pictures.forEach(picture -> picture.draw(scale));
        try {
            Steps<PictureFile.Content> steps = making.get();
            boolean done = false;
            while (!done) {
                done = steps.advance();
            }
            return steps.result();
        } finally {
            pictures.forEach(picture -> picture.draw(1));
        }
    }

    /// The picture, step by step, with embedded images as they are.
    static Steps<PictureFile.Content> steps(
            ExportablePicture picture,
            PictureOptions.Format format,
            int scale,
            Theme theme,
            Optional<String> caption) {
        return switch (format) {
            case PNG -> {
                WritableImage image = image(picture, scale, theme, caption);
                yield Steps.of(texts -> PngFile.bytes(image, texts));
            }
            case SVG -> new SvgSteps(List.of(picture), theme, caption);
        };
    }

    /// Pictures below one another.
    private static final class SvgSteps implements Steps<PictureFile.Content> {
        private final List<ExportablePicture> pictures;
        private final Theme theme;
        private final Optional<String> caption;
        private Optional<SvgFile> file = Optional.empty();

        SvgSteps(List<ExportablePicture> pictures, Theme theme, Optional<String> caption) {
            this.pictures = pictures;
            this.theme = theme;
            this.caption = caption;
        }

        @Override
        public boolean advance() {
            if (file.isEmpty()) {
                file = Optional.of(begun());
                return false;
            }
            return file.get().advance(SLICE_NANOS);
        }

        @Override
        public PictureFile.Content result() {
            return file.orElseThrow()::bytes;
        }

        private SvgFile begun() {
            double width = pictures.stream().mapToDouble(PictureRenderer::width).max().orElse(0);
            double height = pictures.stream().mapToDouble(PictureRenderer::height).sum();
            Optional<StackPane> line = caption.map(words -> line(words, width, theme));
            SvgFile begun =
                    new SvgFile(
                            width,
                            height + line.map(StackPane::getHeight).orElse(0.0),
                            ColorRamp.color(theme.background()),
                            part -> pictures.getFirst().omits(part, caption.isPresent()));
            line.ifPresent(below -> begun.begin(below, height));
            double top = 0;
            for (ExportablePicture picture : pictures) {
                begun.begin(picture.node(), top);
                top += height(picture);
            }
            return begun;
        }
    }

    private static double width(ExportablePicture picture) {
        return Math.ceil(picture.node().getLayoutBounds().getWidth());
    }

    private static double height(ExportablePicture picture) {
        return Math.ceil(picture.node().getLayoutBounds().getHeight());
    }

    /// Runs `take` while buttons and unwanted titles are hidden.
    private static <T> T undressed(
            ExportablePicture picture, int scale, boolean titled, Supplier<T> take) {
        Node node = picture.node();
        boolean wholeWindow = picture.name().equals(ExportablePicture.WINDOW);
        List<Node> tools = wholeWindow ? List.of() : shown(node, ".no-picture");
        List<Node> titles = titled || wholeWindow ? List.of() : shown(node, ".picture-title");
        tools.forEach(part -> part.setVisible(false));
        titles.forEach(part -> show(part, false));
        picture.density().accept(scale);
        try {
            return take.get();
        } finally {
            picture.density().accept(1);
            titles.forEach(part -> show(part, true));
            tools.forEach(part -> part.setVisible(true));
        }
    }

    private static List<Node> shown(Node node, String styleClass) {
        return node.lookupAll(styleClass).stream().filter(Node::isVisible).toList();
    }

    private static void show(Node title, boolean shown) {
        title.setVisible(shown);
        title.setManaged(shown);
    }

    /// The caption, as wide as the picture; wraps if necessary.
    private static StackPane line(String words, double width, Theme theme) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setPrefWidth(width);
        label.getStyleClass().add("picture-caption");
        StackPane paper = new StackPane(label);
        paper.setPrefWidth(width);
        Scene offstage = new Scene(paper);
        theme.applyTo(offstage);
        paper.applyCss();
        paper.resize(width, paper.prefHeight(width));
        paper.layout();
        return paper;
    }

    private static WritableImage below(WritableImage upper, WritableImage lower) {
        int width = (int) Math.max(upper.getWidth(), lower.getWidth());
        int height = (int) upper.getHeight();
        WritableImage both = new WritableImage(width, height + (int) lower.getHeight());
        PixelWriter pixels = both.getPixelWriter();
        pixels.setPixels(0, 0, (int) upper.getWidth(), height, upper.getPixelReader(), 0, 0);
        pixels.setPixels(
                0,
                height,
                (int) lower.getWidth(),
                (int) lower.getHeight(),
                lower.getPixelReader(),
                0,
                0);
        return both;
    }
}
