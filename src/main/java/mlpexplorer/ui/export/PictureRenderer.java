package mlpexplorer.ui.export;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

import mlpexplorer.ui.concurrent.AfterFrames;
import mlpexplorer.ui.controls.Overlay;
import mlpexplorer.ui.controls.PngFile;
import mlpexplorer.ui.controls.Theme;
import mlpexplorer.ui.settings.PictureOptions;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Renders parts of the window as images.
///
/// A picture in the other theme requires restyling the window and repainting content drawn by other
/// threads. This happens behind a snapshot of the window, so that the user does not see it.
public final class PictureRenderer {
    private static final Color LIGHT_BACKGROUND = Color.WHITE;
    private static final Color DARK_BACKGROUND = Color.web("#0d1117");

    /// Pulses needed to repaint a field in other colors.
    private static final int STYLING_PULSES = 40;

    private final Overlay window;

    PictureRenderer(Overlay window) {
        this.window = window;
    }

    /// Passes the image to `then`, immediately or, for the other theme, a few pulses later.
    ///
    /// @param caption line below the picture
    void render(
            ExportablePicture picture,
            PictureOptions options,
            String caption,
            Consumer<WritableImage> then) {
        Scene scene = window.getScene();
        Theme shown = Theme.of(window);
        Theme wanted = options.theme().orElse(shown);
        Optional<String> line = Optional.of(caption).filter(_ -> options.captioned());
        if (wanted == shown) {
            then.accept(image(picture, options.scale(), wanted, line));
            return;
        }
        window.drawCurtain();
        wanted.applyTo(scene);
        AfterFrames.run(
                STYLING_PULSES,
                () -> {
                    try {
                        then.accept(image(picture, options.scale(), wanted, line));
                    } finally {
                        shown.applyTo(scene);
                        window.raiseCurtain();
                    }
                });
    }

    /// The image in the current theme, rendered immediately.
    public static WritableImage image(
            ExportablePicture picture, int scale, Theme theme, Optional<String> caption) {
        Color paper = theme.isDark() ? DARK_BACKGROUND : LIGHT_BACKGROUND;
        WritableImage image = snapshot(picture, scale, paper, caption.isPresent());
        return caption.map(line -> below(image, line(line, image.getWidth() / scale, scale, theme)))
                .orElse(image);
    }

    private static WritableImage snapshot(
            ExportablePicture picture, int scale, Color paper, boolean titled) {
        Node node = picture.node();
        boolean wholeWindow = picture.name().equals(ExportablePicture.WINDOW);
        List<Node> tools = wholeWindow ? List.of() : shown(node, ".no-picture");
        List<Node> titles = titled || wholeWindow ? List.of() : shown(node, ".picture-title");
        tools.forEach(part -> part.setVisible(false));
        titles.forEach(part -> show(part, false));
        picture.density().accept(scale);
        try {
            return PngFile.snapshot(node, scale, paper);
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

    /// The caption as an image as wide as the picture; wraps if necessary.
    private static WritableImage line(String words, double width, int scale, Theme theme) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setPrefWidth(width);
        label.getStyleClass().add("picture-caption");
        StackPane paper = new StackPane(label);
        paper.setPrefWidth(width);
        Scene offstage = new Scene(paper);
        theme.applyTo(offstage);
        paper.applyCss();
        paper.layout();
        return PngFile.snapshot(paper, scale, theme.isDark() ? DARK_BACKGROUND : LIGHT_BACKGROUND);
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
