package mlpexplorer.ui.fx;

import java.util.Optional;
import javafx.scene.Node;

/// Tells whether a node can be seen, so that a pane behind another tab or page does no work.
public final class Seen {
    private Seen() {}

    /// Whether `node` and all that it stands in are visible, in a scene.
    public static boolean now(Node node) {
        Optional<Node> here = Optional.of(node);
        while (here.filter(Node::isVisible).isPresent()) {
            here = here.map(Node::getParent);
        }
        return here.isEmpty() && node.getScene() != null;
    }
}
