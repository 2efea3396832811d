package mlpexplorer.ui.fx;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A part of the window that takes back what was done in it by itself, before Ctrl+Z reaches for the rest of the window.
public interface OwnUndo {

    /// Whether there is something to take back just now.
    boolean hasUndo();

    /// Whether `node` stands in a part that would take something back.
    static boolean around(@Nullable Node node) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (at instanceof OwnUndo part && part.hasUndo()) {
                return true;
            }
        }
        return false;
    }
}
