package mlpexplorer.ui;

import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import mlpexplorer.ui.controls.LocalUndo;
import mlpexplorer.ui.controls.NumberField;
import mlpexplorer.ui.controls.Overlay;
import mlpexplorer.ui.menu.ShortcutsDialog;
import mlpexplorer.ui.workbench.Workbench;

import java.util.Set;

/// The keyboard shortcuts of the Explore page, inactive while a text field, a slider or a control
/// focused by keyboard needs the key, and the gestures of the window.
final class Shortcuts {
    private final Scene scene;
    private final Workbench workbench;
    private final ExplorerView view;
    private final Overlay window;

    Shortcuts(Scene scene, Workbench workbench, ExplorerView view, Overlay window) {
        this.scene = scene;
        this.workbench = workbench;
        this.view = view;
        this.window = window;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        new Gestures(scene, workbench);
    }

    private void pressed(KeyEvent event) {
        if (window.isOpen()) {
            return;
        }
        if (event.getCode() == KeyCode.F1) {
            run(event, true, () -> window.show(new ShortcutsDialog(window::close)));
            return;
        }
        Node owner = scene.getFocusOwner();
        if (event.isShortcutDown() && isAtRest(owner)) {
            walk(event);
            return;
        }
        boolean elsewhere =
                owner instanceof TextInputControl
                        || !view.pages().shows("explore")
                        || event.isControlDown()
                        || event.isAltDown()
                        || event.isMetaDown()
                        || event.isShiftDown();
        if (elsewhere) {
            return;
        }
        boolean meant = owner != null && owner.isFocusVisible();
        switch (event.getCode()) {
            case SPACE -> run(event, !meant, workbench::playOrPause);
            case LEFT -> run(event, !meant && !(owner instanceof Slider), workbench::stepBack);
            case RIGHT -> run(event, !meant && !(owner instanceof Slider), workbench::stepEpoch);
            case U -> run(event, true, workbench.pace()::stepUpdate);
            case R -> run(event, true, workbench::rewind);
            case N -> run(event, true, workbench::newSeed);
            case L ->
                    run(
                            event,
                            true,
                            () -> toggle(view.pictures().arrangement().networkLayoutProperty()));
            case D -> run(event, true, () -> toggle(view.pictures().discretizeProperty()));
            case T ->
                    run(
                            event,
                            !view.lock().hiddenProperty().get(),
                            () -> toggle(view.pictures().showTestPointsProperty()));
            default -> {}
        }
    }

    /// An unchanged text field has nothing to undo, so the keys apply to the spec.
    private static boolean isAtRest(Node owner) {
        return !(owner instanceof TextInputControl)
                || (owner.getParent() instanceof NumberField field && !field.isEdited());
    }

    /// Time steps and page changes.
    private void walk(KeyEvent event) {
        boolean back = event.getCode() == KeyCode.Z && !event.isShiftDown();
        boolean isRedo =
                event.getCode() == KeyCode.Y
                        || (event.getCode() == KeyCode.Z && event.isShiftDown());
        int page =
                event.getCode().isDigitKey()
                        ? event.getCode().getCode() - KeyCode.DIGIT1.getCode()
                        : -1;
        run(event, view.pages().has(page), () -> view.pages().show(page));
        run(event, back && !LocalUndo.around(scene.getFocusOwner()), workbench::undo);
        run(event, isRedo, workbench::redo);
    }

    private static void toggle(BooleanProperty option) {
        option.set(!option.get());
    }

    private static void run(KeyEvent event, boolean applies, Runnable action) {
        if (applies) {
            action.run();
            event.consume();
        }
    }

    /// Notifies the workbench of the start and end of gestures: a pressed mouse button, or an arrow
    /// key on a slider. Changes in between are one undo step and train at full speed.
    private static final class Gestures {
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
}
