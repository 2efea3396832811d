package mlpexplorer.ui.export;

import javafx.scene.Node;

import mlpexplorer.experiment.RunSpec;

import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/// A part of the window that can be saved as a picture.
///
/// @param name file name without its extension
/// @param node node to save; descendants with the style class `no-picture` are omitted, and without
///   a title those with `picture-title` too
/// @param density receives the pixels per unit before the snapshot, so that pixel content is drawn
///   finer, and 1 afterward
/// @param field finer content of embedded images
/// @param subject description of the content, if not the window's run
public record ExportablePicture(
        String name,
        Node node,
        DoubleConsumer density,
        Optional<Field> field,
        Optional<RunSpec> subject) {
    /// The name of the picture of the whole window.
    public static final String WINDOW = "window";

    /// A picture of the window's run.
    public ExportablePicture(String name, Node node, DoubleConsumer density) {
        this(name, node, density, Optional.empty(), Optional.empty());
    }

    /// Embedded images that take long to draw finer.
    @FunctionalInterface
    public interface Field {
        /// Draws the images with the given number of pixels per unit; for the usual 1, it takes no
        /// time. FX thread.
        ///
        /// @return what takes long, for any thread; its result shows the images, on the FX thread
        Supplier<Runnable> at(double density);
    }

    /// A picture with embedded images.
    public ExportablePicture withField(Field images) {
        return new ExportablePicture(name, node, density, Optional.of(images), subject);
    }

    /// Draws embedded images with the given number of pixels per unit, at once.
    void draw(double pixels) {
        field.ifPresent(images -> images.at(pixels).get().run());
    }

    /// Whether `part` is not drawn.
    ///
    /// @param titled whether titles are
    boolean omits(Node part, boolean titled) {
        return !name.equals(WINDOW)
                && (part.getStyleClass().contains("no-picture")
                        || !titled && part.getStyleClass().contains("picture-title"));
    }
}
