package mlpexplorer.ui;

import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import mlpexplorer.ui.workbench.Workbench;

import java.util.Set;

/// Notifies the workbench of the start and end of gestures: a pressed mouse button, or an arrow key
/// on a slider. Changes in between are one undo step and train at full speed.
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
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> workbench.beginDrag());
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
}
