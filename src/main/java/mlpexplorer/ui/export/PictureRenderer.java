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
import mlpexplorer.ui.settings.PictureOptions;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Renders parts of the window as images.
///
/// A picture in the other theme requires restyling the window and repainting content drawn by other
/// threads. This happens behind a snapshot of the window, so that the user does not see it.
public final class PictureRenderer {
    /// Pulses needed to repaint a field in other colors.
    private static final int STYLING_PULSES = 40;

    private final Overlay window;

    PictureRenderer(Overlay window) {
        this.window = window;
    }

    /// What makes a picture in the current theme.
    ///
    /// @param <T> kind of picture
    interface Maker<T> {
        /// @param caption line below the picture, if it is wanted
        T make(Theme theme, Optional<String> caption);
    }

    /// Passes the picture to `then`, immediately or, for the other theme, a few pulses later.
    ///
    /// @param caption line below the picture
    <T> void render(PictureOptions options, String caption, Maker<T> maker, Consumer<T> then) {
        Scene scene = window.getScene();
        Theme shown = Theme.of(window);
        Theme wanted = options.theme().orElse(shown);
        Optional<String> line = Optional.of(caption).filter(_ -> options.captioned());
        if (wanted == shown) {
            then.accept(maker.make(wanted, line));
            return;
        }
        window.cover();
        wanted.applyTo(scene);
        AfterFrames.run(
                STYLING_PULSES,
                () -> {
                    try {
                        then.accept(maker.make(wanted, line));
                    } finally {
                        shown.applyTo(scene);
                        window.uncover();
                    }
                });
    }

    /// The image in the current theme, rendered immediately.
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
        return switch (format) {
            case PNG -> {
                WritableImage image = image(picture, scale, theme, caption);
                yield texts -> PngFile.bytes(image, texts);
            }
            case SVG -> svg(List.of(picture), scale, theme, caption)::bytes;
        };
    }

    /// The pictures below one another, with the caption below the last.
    static SvgFile svg(
            List<ExportablePicture> pictures, int scale, Theme theme, Optional<String> caption) {
        double width = 0;
        double height = 0;
        for (ExportablePicture picture : pictures) {
            width = Math.max(width, width(picture));
            height += height(picture);
        }
        double across = width;
        double down = height;
        Optional<StackPane> line = caption.map(words -> line(words, across, theme));
        SvgFile file =
                new SvgFile(
                        across,
                        down + line.map(StackPane::getHeight).orElse(0.0),
                        ColorRamp.color(theme.background()));
        line.ifPresent(below -> file.draw(below, down));
        double top = 0;
        for (ExportablePicture picture : pictures) {
            double y = top;
            undressed(
                    picture,
                    scale,
                    caption.isPresent(),
                    () -> {
                        file.draw(picture.node(), y);
                        return file;
                    });
            top += height(picture);
        }
        return file;
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
