package mlpexplorer.ui.workbench;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The window's words, from the one resource bundle.
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("mlpexplorer.ui.messages", Locale.ROOT);

    private Texts() {}

    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /// The text under `key`.
    public static String text(String key) {
        return BUNDLE.getString(key);
    }

    /// The text under `key` with its places `{0}`, `{1}` … filled in.
    public static String text(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(values);
    }

    /// The word for one constant of an enum or one variant of a sealed type, under `key.Name`.
    public static String name(String key, Object choice) {
        String name = choice instanceof Enum<?> constant ? constant.name() : choice.getClass().getSimpleName();
        return BUNDLE.getString(key + "." + name);
    }
}
