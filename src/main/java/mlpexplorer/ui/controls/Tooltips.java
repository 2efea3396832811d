package mlpexplorer.ui.controls;

import javafx.beans.value.ObservableValue;
import javafx.css.Styleable;
import javafx.event.EventHandler;
import javafx.scene.Node;
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
}
