package mlpexplorer.ui.export;

import javafx.scene.Node;

import mlpexplorer.experiment.RunSpec;

import java.util.Optional;
import java.util.function.DoubleConsumer;

/// A part of the window that can be saved as a picture.
///
/// @param name file name without its extension
/// @param node node to save; descendants with the style class `no-picture` are omitted, and without
///   a title those with `picture-title` too
/// @param density receives the pixels per unit before the snapshot, so that pixel content is drawn
///   finer, and 1 afterward
/// @param subject description of the content, if not the window's run
public record ExportablePicture(
        String name, Node node, DoubleConsumer density, Optional<RunSpec> subject) {
    /// The name of the picture of the whole window.
    public static final String WINDOW = "window";

    /// A picture of the window's run.
    public ExportablePicture(String name, Node node, DoubleConsumer density) {
        this(name, node, density, Optional.empty());
    }
}
