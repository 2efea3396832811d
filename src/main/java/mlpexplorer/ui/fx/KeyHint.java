package mlpexplorer.ui.fx;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// A key that a menu item shows but does not listen to. Keys without Ctrl, such as Space, belong to whoever types or has the
/// focus first, so the scene decides about them; a menu's own accelerator would take them from a text field.
public final class KeyHint extends KeyCombination {
    private final String text;

    /// @param text what stands in the menu
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
