package mlpexplorer.ui.controls;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.css.Styleable;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

import java.util.Optional;

/// Tooltips with a common style: wrapped to a readable width, shown quickly and long enough to read
/// a sentence and a formula.
public final class Tooltips {

    private static final Duration DELAY = Duration.millis(450);
    private static final Duration SHOW_DURATION = Duration.seconds(30);
    private static final double MEASURE = 300;

    private Tooltips() {}

    /// Sets the tooltip and accessible help of `node`; an empty text removes both.
    public static void explain(Node node, String text) {
        LazyTooltip.of(node).update(text);
    }

    /// A text followed by the shortcut as this platform displays it: "Start training (Ctrl+T)".
    public static void explain(Node node, String text, KeyCombination shortcut) {
        explain(node, text + " (" + shortcut.getDisplayText() + ")");
    }

    /// Disables `node` while `condition` holds, with `reason` as its tooltip.
    public static void disableWhile(Node node, ObservableValue<Boolean> condition, String reason) {
        String original = on(node);
        condition.subscribe(disabled -> explain(node, disabled ? reason : original));
        node.disableProperty().bind(condition);
    }

    /// Also shows the tooltips of disabled nodes in `scene`.
    public static void showOnDisabled(Scene scene) {
        new DisabledTooltips(scene);
    }

    /// The tooltip text of `node`; empty if none.
    public static String on(Node node) {
        return node.hasProperties()
                        && node.getProperties().get(LazyTooltip.class)
                                instanceof LazyTooltip tooltip
                ? tooltip.text()
                : "";
    }

    /// A tooltip with `text`, wrapped at 300 px.
    public static Tooltip of(String text) {
        Tooltip tip = new ThemedTooltip(text);
        tip.setWrapText(true);
        tip.setMaxWidth(MEASURE);
        tip.setShowDelay(DELAY);
        tip.setShowDuration(SHOW_DURATION);
        return tip;
    }

    /// A tooltip styled below the root of its window. JavaFX styles it below the node at the
    /// pointer, which may have left the scene, and with it the colors of the theme.
    private static final class ThemedTooltip extends Tooltip {
        ThemedTooltip(String text) {
            super(text);
        }

        @Override
        public Styleable getStyleableParent() {
            Scene scene = getOwnerWindow() == null ? getScene() : getOwnerWindow().getScene();
            return (scene == null ? getScene() : scene).getRoot();
        }
    }

    /// A tooltip created on first hover. A tooltip is a separate window and as expensive as a dozen
    /// nodes, and most are never shown.
    private static final class LazyTooltip implements EventHandler<MouseEvent> {
        private final Node node;
        private String text = "";
        private Optional<Tooltip> made = Optional.empty();

        private LazyTooltip(Node node) {
            this.node = node;
        }

        /// The initially empty tooltip of `node`.
        static LazyTooltip of(Node node) {
            return (LazyTooltip)
                    node.getProperties()
                            .computeIfAbsent(
                                    LazyTooltip.class,
                                    _ -> {
                                        LazyTooltip tip = new LazyTooltip(node);
                                        node.addEventHandler(MouseEvent.MOUSE_ENTERED, tip);
                                        return tip;
                                    });
        }

        String text() {
            return text;
        }

        /// Sets the text of the tooltip and the accessible help; empty for none.
        void update(String newText) {
            text = newText;
            node.setAccessibleHelp(newText);
            made.ifPresent(tooltip -> {
                tooltip.setText(newText);
                if (newText.isEmpty()) {
                    Tooltip.uninstall(node, tooltip);
                    made = Optional.empty();
                }
            });
        }

        @Override
        public void handle(MouseEvent entered) {
            if (made.isEmpty() && !text.isEmpty()) {
                Tooltip tooltip = Tooltips.of(text);
                Tooltip.install(node, tooltip);
                made = Optional.of(tooltip);
            }
        }
    }

    /// Shows the tooltips of disabled controls, which receive no mouse events themselves.
    private static final class DisabledTooltips {
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
            scene.addEventFilter(MouseEvent.MOUSE_EXITED_TARGET, this::onDragEnd);
            scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> point(Optional.empty()));
        }

        private void moved(MouseEvent event) {
            screenX = event.getScreenX();
            screenY = event.getScreenY();
            point(
                    Optional.ofNullable(event.getPickResult().getIntersectedNode())
                            .flatMap(node -> tooltipOwner(node, event)));
        }

        private void onDragEnd(MouseEvent event) {
            if (event.getTarget() == scene) {
                point(Optional.empty());
            }
        }

        /// The disabled node with a tooltip below the pointer. Disabled nodes are not picked, so
        /// the event goes to an ancestor of it.
        private static Optional<Node> tooltipOwner(Node node, MouseEvent at) {
            if (node.isDisabled() && !on(node).isEmpty()) {
                return Optional.of(node);
            }
            return node instanceof Parent parent
                    ? parent.getChildrenUnmodifiable().stream()
                            .filter(Node::isVisible)
                            .filter(child ->
                                    child.contains(
                                            child.sceneToLocal(at.getSceneX(), at.getSceneY())))
                            .flatMap(child -> tooltipOwner(child, at).stream())
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
                Tooltip tooltip = of(on(node));
                tooltip.show(node, screenX, screenY + BELOW_POINTER);
                shown = Optional.of(tooltip);
            });
        }
    }
}
