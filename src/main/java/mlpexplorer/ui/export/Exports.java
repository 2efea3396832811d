package mlpexplorer.ui.export;

import java.util.function.Consumer;

/// How a pane saves its results.
///
/// @param pictures asks how and where to save a picture, and saves it
/// @param files    saves anything else
public record Exports(Consumer<Picture> pictures, FileSaver files) {}
