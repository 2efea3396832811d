package mlpexplorer.ui.controls;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// A key that a menu item displays but does not handle. Keys without Ctrl, such as Space, go to the
/// focused control first, so the scene handles them; a menu accelerator would take them from text
/// fields.
public final class KeyHint extends KeyCombination {
    private final String text;

    /// @param text text of the menu item
    public KeyHint(String text) {
        this.text = text;
    }

    @Override
    public boolean match(KeyEvent event) {
        return false;
    }

    @Override
    public String getName() {
        return text;
    }

    @Override
    public String getDisplayText() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyHint hint && hint.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
