package mlpexplorer.ui.controls;

import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;

import java.util.Optional;

/// Detects mouse presses outside a focused node. Plots, pictures and labels do not take the focus,
/// so listening to the focus is not enough.
public final class PressElsewhere {
    private final Node node;
    private final EventHandler<MouseEvent> filter;
    private Optional<Scene> scene = Optional.empty();

    private PressElsewhere(Node node, Runnable action) {
        this.node = node;
        filter =
                press -> {
                    if (!isInside(press.getTarget())) {
                        action.run();
                    }
                };
    }

    /// Runs `action` before a press outside of `node` is handled, while it has the focus.
    public static void listen(Node node, Runnable action) {
        PressElsewhere listener = new PressElsewhere(node, action);
        node.focusedProperty().subscribe(listener::follow);
    }

    private void follow(boolean focused) {
        scene.ifPresent(known -> known.removeEventFilter(MouseEvent.MOUSE_PRESSED, filter));
        scene = focused ? Optional.ofNullable(node.getScene()) : Optional.empty();
        scene.ifPresent(known -> known.addEventFilter(MouseEvent.MOUSE_PRESSED, filter));
    }

    private boolean isInside(EventTarget target) {
        for (Node at = target instanceof Node pressed ? pressed : null;
                at != null;
                at = at.getParent()) {
            if (at == node) {
                return true;
            }
        }
        return false;
    }
}
