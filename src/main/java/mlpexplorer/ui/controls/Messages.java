package mlpexplorer.ui.controls;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The localized texts of the window.
public final class Messages {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("mlpexplorer.ui.messages", Locale.ROOT);

    private Messages() {}

    /// Whether there is a text for `key`.
    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }

    /// The key `key.variant` if there is a text for it, otherwise `key`.
    public static String variant(String key, String variant) {
        return has(key + "." + variant) ? key + "." + variant : key;
    }

    /// The text of `key`.
    public static String text(String key) {
        return BUNDLE.getString(key);
    }

    /// The text of `key` with the placeholders `{0}`, `{1}` … replaced.
    public static String text(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(values);
    }

    /// The text of an enum constant or a variant of a sealed type, `key.Name`.
    public static String name(String key, Object choice) {
        String name =
                choice instanceof Enum<?> constant
                        ? constant.name()
                        : choice.getClass().getSimpleName();
        return BUNDLE.getString(key + "." + name);
    }
}
