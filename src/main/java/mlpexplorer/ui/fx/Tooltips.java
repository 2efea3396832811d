package mlpexplorer.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.util.Duration;

/// Tooltips of one look: wrapped to a readable measure, shown soon and long enough to read a sentence and a formula.
public final class Tooltips {

    private static final Duration DELAY = Duration.millis(450);
    private static final Duration STAY = Duration.seconds(30);
    private static final double MEASURE = 300;

    private Tooltips() {
    }

    /// Lets `node` say `text` when the mouse rests on it, in place of what it said before; with an empty text nothing. The same
    /// words are the node's accessible help.
    public static void explain(Node node, String text) {
        Tip.of(node).say(text);
    }

    /// A text that ends with the shortcut as this platform writes it: "Start training (Ctrl+T)".
    public static void explain(Node node, String text, KeyCombination shortcut) {
        explain(node, text + " (" + shortcut.getDisplayText() + ")");
    }

    /// What `node` says when the mouse rests on it; empty where nothing.
    public static String on(Node node) {
        return node.hasProperties() && node.getProperties().get(Tip.class) instanceof Tip tip ? tip.text() : "";
    }

    /// The window with `text`, wrapped at 300 px.
    static Tooltip of(String text) {
        Tooltip tip = new Tooltip(text);
        tip.setWrapText(true);
        tip.setMaxWidth(MEASURE);
        tip.setShowDelay(DELAY);
        tip.setShowDuration(STAY);
        return tip;
    }
}
