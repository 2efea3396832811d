package mlpexplorer.ui.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.util.Duration;

/// Tooltips with a common style: wrapped to a readable width, shown quickly and long enough to read
/// a sentence and a formula.
public final class Tooltips {

    private static final Duration DELAY = Duration.millis(450);
    private static final Duration STAY = Duration.seconds(30);
    private static final double MEASURE = 300;

    private Tooltips() {}

    /// Sets the tooltip and accessible help of `node`; an empty text removes both.
    public static void explain(Node node, String text) {
        LazyTooltip.of(node).say(text);
    }

    /// A text followed by the shortcut as this platform displays it: "Start training (Ctrl+T)".
    public static void explain(Node node, String text, KeyCombination shortcut) {
        explain(node, text + " (" + shortcut.getDisplayText() + ")");
    }

    /// Disables `node` while `condition` holds, with `reason` as its tooltip.
    public static void disableWhile(Node node, ObservableValue<Boolean> condition, String reason) {
        String usual = on(node);
        condition.subscribe(disabled -> explain(node, disabled ? reason : usual));
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
        Tooltip tip = new Tooltip(text);
        tip.setWrapText(true);
        tip.setMaxWidth(MEASURE);
        tip.setShowDelay(DELAY);
        tip.setShowDuration(STAY);
        return tip;
    }
}
