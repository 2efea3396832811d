package mlpexplorer.ui;

import javafx.scene.Node;

/// Something on the window that can be saved as a picture.
///
/// @param name file name without its ending
/// @param node what is shown; its descendants of style class `no-picture` are left out
public record Picture(String name, Node node) {}
