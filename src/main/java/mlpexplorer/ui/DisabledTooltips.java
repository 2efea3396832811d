package mlpexplorer.ui;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

import mlpexplorer.ui.controls.Tooltips;

import java.util.Optional;

/// Shows the tooltips of disabled controls, which receive no mouse events themselves.
final class DisabledTooltips {
    private static final Duration DELAY = Duration.millis(450);
    private static final double BELOW_POINTER = 18;

    private final Scene scene;
    private final PauseTransition delay = new PauseTransition(DELAY);
    private Optional<Node> pointed = Optional.empty();
    private Optional<Tooltip> shown = Optional.empty();
    private double screenX;
    private double screenY;

    DisabledTooltips(Scene scene) {
        this.scene = scene;
        delay.setOnFinished(_ -> show());
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, this::moved);
        scene.addEventFilter(MouseEvent.MOUSE_EXITED_TARGET, this::left);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> point(Optional.empty()));
    }

    private void moved(MouseEvent event) {
        screenX = event.getScreenX();
        screenY = event.getScreenY();
        point(
                Optional.ofNullable(event.getPickResult().getIntersectedNode())
                        .flatMap(node -> explained(node, event)));
    }

    private void left(MouseEvent event) {
        if (event.getTarget() == scene) {
            point(Optional.empty());
        }
    }

    /// The disabled node with a tooltip below the pointer. Disabled nodes are not picked, so the
    /// event goes to an ancestor of it.
    private static Optional<Node> explained(Node node, MouseEvent at) {
        if (node.isDisabled() && !Tooltips.on(node).isEmpty()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .filter(child ->
                                child.contains(child.sceneToLocal(at.getSceneX(), at.getSceneY())))
                        .flatMap(child -> explained(child, at).stream())
                        .findFirst()
                : Optional.empty();
    }

    private void point(Optional<Node> node) {
        if (!node.equals(pointed)) {
            pointed = node;
            shown.ifPresent(Tooltip::hide);
            shown = Optional.empty();
            delay.stop();
            node.ifPresent(_ -> delay.playFromStart());
        }
    }

    private void show() {
        pointed.ifPresent(node -> {
            Tooltip tooltip = Tooltips.of(Tooltips.on(node));
            tooltip.show(node, screenX, screenY + BELOW_POINTER);
            shown = Optional.of(tooltip);
        });
    }
}
