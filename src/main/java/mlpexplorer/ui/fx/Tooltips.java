package mlpexplorer.ui.fx;

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

    /// A tooltip with `text`, wrapped at 300 px.
    public static Tooltip of(String text) {
        Tooltip tip = new Tooltip(text);
        tip.setWrapText(true);
        tip.setMaxWidth(MEASURE);
        tip.setShowDelay(DELAY);
        tip.setShowDuration(STAY);
        return tip;
    }

    /// A tooltip that ends with the shortcut as this platform writes it: "Start training (Ctrl+T)".
    public static Tooltip of(String text, KeyCombination shortcut) {
        return of(text + " (" + shortcut.getDisplayText() + ")");
    }
}
