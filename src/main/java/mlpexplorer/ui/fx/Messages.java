package mlpexplorer.ui.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of form controls.
public final class Messages {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("mlpexplorer.ui.fx.messages", Locale.ENGLISH);

    private Messages() {
    }

    /// The text of `key` with its placeholders replaced.
    public static String text(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
    }
}
