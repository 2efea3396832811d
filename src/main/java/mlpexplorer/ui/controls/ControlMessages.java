package mlpexplorer.ui.controls;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of form controls.
public final class ControlMessages {

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("mlpexplorer.ui.controls.messages", Locale.ENGLISH);

    private ControlMessages() {}

    /// The text of `key` with its placeholders replaced.
    public static String text(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
    }
}
