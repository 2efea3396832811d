package mlpexplorer.ui.controls;

import javafx.scene.Node;

import java.util.Optional;

/// Whether a node is visible, so that a pane behind another tab or page does no work.
public final class Visibility {
    private Visibility() {}

    /// Whether `node` is in a scene and it and all its parents are visible.
    public static boolean now(Node node) {
        Optional<Node> here = Optional.of(node);
        while (here.filter(Node::isVisible).isPresent()) {
            here = here.map(Node::getParent);
        }
        return here.isEmpty() && node.getScene() != null;
    }
}
