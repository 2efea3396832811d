package mlpexplorer.ui.fx;

import javafx.scene.Node;

/// Whether somebody can see a node. Panes ask once a pulse, so that hidden ones do no work.
public final class Shown {
    private Shown() {}

    /// Whether `node` is in a scene and neither it nor what holds it is invisible, as the content of a tab that is not selected.
    public static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }
}
