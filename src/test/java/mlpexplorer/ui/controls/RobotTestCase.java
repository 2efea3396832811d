package mlpexplorer.ui.controls;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

import mlpexplorer.Wait;

import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.robot.Motion;
import org.testfx.service.query.NodeQuery;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Drives a window with mouse and keyboard. An action returns after the pulse that lays out what it
/// changed; whatever takes longer has to be waited for with [#await]. TestFX's own robot sleeps for
/// at least 50 ms after each action and limits how long the FX thread may take, so of TestFX only
/// the queries are used.
public abstract class RobotTestCase extends ApplicationTest {
    /// Mouse events of a move with a button pressed.
    private static final int DRAG_STEPS = 8;

    private static final int STILL_PULSES = 3;

    /// As many as JavaFX runs in a pulse.
    private static final int LAYOUT_PASSES = 3;

    static {
        FxToolkit.toolkitContext().setLaunchTimeoutInMillis(Wait.LIMIT.toMillis());
        FxToolkit.toolkitContext().setSetupTimeoutInMillis(Wait.LIMIT.toMillis());
    }

    private final Set<MouseButton> pressedButtons = EnumSet.noneOf(MouseButton.class);
    private final List<KeyCode> pressedKeys = new ArrayList<>();
    private final Drag drag = new Drag();
    private Optional<Robot> robot = Optional.empty();

    @Override
    public final FxRobot interact(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
        awaitPulse();
        return this;
    }

    @Override
    public final <T> FxRobot interact(Callable<T> action) {
        call(action);
        awaitPulse();
        return this;
    }

    /// Waits for the end of the next pulse: animations have advanced, the scene is laid out, events
    /// posted by either are handled.
    protected final void awaitPulse() {
        if (Platform.isFxApplicationThread()) {
            return; // within another action, whose caller waits
        }
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        Platform.runLater(() ->
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        stop();
                        Platform.runLater(() -> end.complete(true));
                    }
                }.start());
        get(end);
    }

    /// Checks `condition` on the FX thread, once a pulse, until it holds. Nodes that were added
    /// since the last pulse are laid out, so that the mouse finds them.
    protected final void await(BooleanSupplier condition) {
        Wait.until(() -> {
            if (call(condition::getAsBoolean)) {
                return true;
            }
            awaitPulse();
            return false;
        });
        call(() -> {
            layOutWindows();
            return true;
        });
    }

    private static void layOutWindows() {
        for (Window window : List.copyOf(Window.getWindows())) {
            Parent root = window.getScene().getRoot();
            for (int pass = 0; pass < LAYOUT_PASSES && root.isNeedsLayout(); pass++) {
                root.applyCss();
                root.layout();
            }
        }
    }

    /// Waits until `node` stays in place for a few pulses.
    protected final void awaitStill(Node node) {
        Bounds before = call(() -> node.localToScene(node.getLayoutBounds()));
        for (int still = 0; still < STILL_PULSES; still++) {
            awaitPulse();
            Bounds now = call(() -> node.localToScene(node.getLayoutBounds()));
            if (!now.equals(before)) {
                before = now;
                still = 0;
            }
        }
    }

    /// Searches on the FX thread, since a pulse may change the scene meanwhile.
    @Override
    public final NodeQuery lookup(String query) {
        return call(() -> super.lookup(query));
    }

    /// What `action` returns on the FX thread.
    protected final <T> T call(Callable<T> action) {
        return get(WaitForAsyncUtils.asyncFx(action));
    }

    private static <T> T get(Future<T> future) {
        try {
            return WaitForAsyncUtils.waitFor(Wait.LIMIT.toSeconds(), TimeUnit.SECONDS, future);
        } catch (TimeoutException e) {
            throw new AssertionError("The FX thread does not respond", e);
        }
    }

    private FxRobot act(Consumer<Robot> action) {
        return interact(() -> action.accept(robot()));
    }

    /// The robot of the test, which tracks the mouse position. FX thread.
    private Robot robot() {
        Robot made = robot.orElseGet(Robot::new);
        robot = Optional.of(made);
        return made;
    }

    @Override
    public final FxRobot moveTo(PointQuery place, Motion motion) {
        Point2D target = place.query();
        return act(robot -> move(robot, target));
    }

    @Override
    public final FxRobot moveBy(double x, double y, Motion motion) {
        return act(robot -> move(robot, robot.getMousePosition().add(x, y)));
    }

    private void move(Robot robot, Point2D target) {
        Point2D from = robot.getMousePosition();
        int steps = pressedButtons.isEmpty() ? 1 : DRAG_STEPS;
        for (int step = 1; step <= steps; step++) {
            robot.mouseMove(from.interpolate(target, (double) step / steps));
        }
    }

    @Override
    public final FxRobot press(MouseButton... buttons) {
        List<MouseButton> pressed = orPrimary(buttons);
        return act(robot -> {
            List<Window> windows = List.copyOf(Window.getWindows());
            drag.end();
            windows.forEach(window -> drag.listen(window.getScene()));
            pressed.stream().filter(pressedButtons::add).forEach(robot::mousePress);
        });
    }

    @Override
    public final FxRobot release(MouseButton... buttons) {
        List<MouseButton> released =
                buttons.length == 0 ? List.copyOf(pressedButtons) : List.of(buttons);
        return act(robot -> {
            released.stream().filter(pressedButtons::remove).forEach(robot::mouseRelease);
            drag.end();
        });
    }

    @Override
    public final FxRobot clickOn(MouseButton... buttons) {
        return act(robot -> click(robot, orPrimary(buttons)));
    }

    @Override
    public final FxRobot clickOn(PointQuery place, Motion motion, MouseButton... buttons) {
        return moveTo(place, motion).clickOn(buttons);
    }

    /// Both clicks in one event of the FX thread, since they have to be close in time.
    @Override
    public final FxRobot doubleClickOn(MouseButton... buttons) {
        return act(robot -> {
            click(robot, orPrimary(buttons));
            click(robot, orPrimary(buttons));
        });
    }

    @Override
    public final FxRobot doubleClickOn(PointQuery place, Motion motion, MouseButton... buttons) {
        return moveTo(place, motion).doubleClickOn(buttons);
    }

    private static void click(Robot robot, Collection<MouseButton> buttons) {
        buttons.forEach(robot::mousePress);
        buttons.forEach(robot::mouseRelease);
    }

    private static List<MouseButton> orPrimary(MouseButton... buttons) {
        return buttons.length == 0 ? List.of(MouseButton.PRIMARY) : List.of(buttons);
    }

    @Override
    public final FxRobot drag(MouseButton... buttons) {
        return press(buttons);
    }

    @Override
    public final FxRobot drag(PointQuery place, MouseButton... buttons) {
        return moveTo(place, Motion.DEFAULT).press(buttons);
    }

    @Override
    public final FxRobot drop() {
        return release(new MouseButton[0]);
    }

    @Override
    public final FxRobot dropTo(PointQuery place) {
        return moveTo(place, Motion.DEFAULT).drop();
    }

    @Override
    public final FxRobot dropBy(double x, double y) {
        return moveBy(x, y, Motion.DEFAULT).drop();
    }

    @Override
    public final FxRobot scroll(int amount, VerticalDirection direction) {
        return act(robot -> {
            for (int notch = 0; notch < amount; notch++) {
                robot.mouseWheel(direction == VerticalDirection.UP ? -1 : 1);
            }
        });
    }

    @Override
    public final FxRobot press(KeyCode... keys) {
        pressEach(List.of(keys));
        awaitPulse();
        return this;
    }

    @Override
    public final FxRobot release(KeyCode... keys) {
        releaseEach(keys.length == 0 ? List.copyOf(pressedKeys).reversed() : List.of(keys));
        awaitPulse();
        return this;
    }

    @Override
    public final FxRobot push(KeyCode... combination) {
        pressEach(List.of(combination));
        releaseEach(List.of(combination).reversed());
        awaitPulse();
        return this;
    }

    /// What a key posts is handled before the next key.
    private void pressEach(List<KeyCode> keys) {
        for (KeyCode key : keys) {
            pressedKeys.add(key);
            call(() -> {
                robot().keyPress(key);
                return true;
            });
        }
    }

    private void releaseEach(List<KeyCode> keys) {
        for (KeyCode key : keys) {
            if (pressedKeys.remove(key)) {
                call(() -> {
                    robot().keyRelease(key);
                    return true;
                });
            }
        }
    }

    @Override
    public final FxRobot type(KeyCode... keys) {
        for (KeyCode key : keys) {
            push(key);
        }
        return this;
    }

    @Override
    public final FxRobot type(KeyCode key, int times) {
        for (int time = 0; time < times; time++) {
            push(key);
        }
        return this;
    }

    /// Types into the focused window, whatever keys its characters need.
    @Override
    public final FxRobot write(String text) {
        return interact(
                () -> text.chars().forEach(character -> type(Character.toString(character))));
    }

    private static void type(String character) {
        Window window =
                Window.getWindows().stream().filter(Window::isFocused).findFirst().orElseThrow();
        Node target = window.getScene().getFocusOwner();
        target.fireEvent(
                new KeyEvent(
                        KeyEvent.KEY_TYPED,
                        character,
                        "",
                        KeyCode.UNDEFINED,
                        false,
                        false,
                        false,
                        false));
    }

    protected final String labelText(String id) {
        return lookup(id).queryAs(Labeled.class).getText();
    }

    /// Sends what happens between press and release to the node that was pressed. A scene does so
    /// itself, but the robot of the headless platform reports no button while it drags, which ends
    /// the gesture for the scene.
    private static final class Drag implements EventHandler<MouseEvent> {
        private final List<Scene> scenes = new ArrayList<>();
        private Optional<EventTarget> pressed = Optional.empty();

        void listen(Scene scene) {
            scenes.add(scene);
            scene.addEventFilter(MouseEvent.ANY, this);
        }

        void end() {
            scenes.forEach(scene -> scene.removeEventFilter(MouseEvent.ANY, this));
            scenes.clear();
            pressed = Optional.empty();
        }

        @Override
        public void handle(MouseEvent event) {
            EventType<? extends MouseEvent> type = event.getEventType();
            if (type == MouseEvent.MOUSE_PRESSED) {
                pressed = Optional.of(event.getTarget());
            } else if (type == MouseEvent.MOUSE_DRAGGED || type == MouseEvent.MOUSE_RELEASED) {
                pressed.filter(node -> node != event.getTarget())
                        .ifPresent(node -> {
                            event.consume();
                            Event.fireEvent(node, event.copyFor(node, node));
                        });
            }
        }
    }
}
