package mlpexplorer.ui;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import mlpexplorer.ui.workbench.Workbench;

import java.util.Set;

/// Notifies the workbench of the start and end of gestures: a pressed mouse button, or an arrow key
/// on a slider. Changes in between are one undo step and train at full speed. A text typed before
/// the gesture is committed first.
final class Gestures {
    private static final Set<KeyCode> MOVES =
            Set.of(
                    KeyCode.LEFT,
                    KeyCode.RIGHT,
                    KeyCode.UP,
                    KeyCode.DOWN,
                    KeyCode.PAGE_UP,
                    KeyCode.PAGE_DOWN,
                    KeyCode.HOME,
                    KeyCode.END);

    private boolean keyDown;

    Gestures(Scene scene, Workbench workbench) {
        scene.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    leaveText(scene, event);
                    workbench.beginDrag();
                });
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> workbench.endDrag());
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    boolean moves =
                            scene.getFocusOwner() instanceof Slider
                                    && MOVES.contains(event.getCode());
                    if (moves && !keyDown) {
                        keyDown = true;
                        workbench.beginDrag();
                    }
                });
        scene.addEventFilter(
                KeyEvent.KEY_RELEASED,
                _ -> {
                    if (keyDown) {
                        keyDown = false;
                        workbench.endDrag();
                    }
                });
    }

    /// Takes the focus from a text field when anything else is clicked, even what does not take the
    /// focus itself, so that the typed text counts.
    private static void leaveText(Scene scene, MouseEvent event) {
        boolean outside =
                scene.getFocusOwner() instanceof TextInputControl field
                        && event.getTarget() instanceof Node target
                        && !isWithin(target, field.getParent());
        if (outside) {
            scene.getRoot().requestFocus();
        }
    }

    private static boolean isWithin(Node node, Parent ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }
}
