package mlpexplorer.ui.export;

import java.util.function.Consumer;

/// The savers used by panes.
///
/// @param pictures saves pictures
/// @param files saves all other files
public record Exports(Consumer<ExportablePicture> pictures, FileSaver files) {}
