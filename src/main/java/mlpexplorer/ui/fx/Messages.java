package mlpexplorer.ui.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The few sentences that form controls say themselves.
final class Messages {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("mlpexplorer.ui.fx.messages", Locale.ENGLISH);

    private Messages() {
    }

    /// The sentence stored under `key` with its places filled in.
    static String text(String key, Object... arguments) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ENGLISH).format(arguments);
    }
}
