package mlpexplorer.ui.menu;

import javafx.beans.property.Property;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import mlpexplorer.ui.controls.Messages;

/// Creates menus and items. An item takes its text from `menu.KEY` and its id from the key:
/// `file.quit` is `menu-file-quit`.
final class MenuItems {

    private MenuItems() {}

    /// Sets text (`menu.NAME`) and id (`NAME-menu`) of a menu.
    static void name(Menu menu, String name) {
        menu.setText(Messages.text("menu." + name));
        menu.setId(name + "-menu");
    }

    static MenuItem item(String key, Runnable action) {
        return configured(new MenuItem(), key, action);
    }

    /// @param keys shortcut such as `Shortcut+S`, handled by the menu
    static MenuItem item(String key, String keys, Runnable action) {
        MenuItem item = item(key, action);
        item.setAccelerator(KeyCombination.valueOf(keys));
        return item;
    }

    /// An item with a key that [Shortcuts] handles, with text `key.NAME`.
    static MenuItem withShortcutText(String key, String keyName, Runnable action) {
        MenuItem item = item(key, action);
        item.setAccelerator(new KeyHint(Messages.text("key." + keyName)));
        return item;
    }

    /// A check item bound to `state`.
    static CheckMenuItem check(String key, Property<Boolean> state) {
        CheckMenuItem item = configured(new CheckMenuItem(), key, () -> {});
        item.selectedProperty().bindBidirectional(state);
        return item;
    }

    private static <I extends MenuItem> I configured(I item, String key, Runnable action) {
        item.setText(Messages.text("menu." + key));
        item.setId("menu-" + key.replace('.', '-'));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// A key that a menu item displays but does not handle. Keys without Ctrl, such as Space, go to
    /// the focused control first, so the scene handles them; a menu accelerator would take them
    /// from text fields.
    public static final class KeyHint extends KeyCombination {
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
}
