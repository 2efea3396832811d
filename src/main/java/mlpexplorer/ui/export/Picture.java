package mlpexplorer.ui.export;

import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import mlpexplorer.experiment.RunSpec;

/// Something on the window that can be saved as a picture.
///
/// @param name    file name without its ending
/// @param node    what is shown; its descendants of style class `no-picture` are left out, and without a title those of
///                `picture-title` too
/// @param density told how many pixels a unit will have, so that what is drawn in pixels can be drawn finer; told 1 afterwards
/// @param subject what it is of, if not of the window's run
public record Picture(String name, Node node, DoubleConsumer density, Optional<RunSpec> subject) {
    /// Name of the picture of all there is.
    public static final String WINDOW = "window";

    /// Of the window's run.
    public Picture(String name, Node node, DoubleConsumer density) {
        this(name, node, density, Optional.empty());
    }
}
