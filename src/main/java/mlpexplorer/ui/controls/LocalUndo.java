package mlpexplorer.ui.controls;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

/// A part of the window with its own undo, which Ctrl+Z uses before the undo history of the window.
public interface LocalUndo {

    /// Whether there is something to undo.
    boolean hasUndo();

    /// Whether `node` is in a part that can undo something.
    static boolean around(@Nullable Node node) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (at instanceof LocalUndo part && part.hasUndo()) {
                return true;
            }
        }
        return false;
    }
}
