package mlpexplorer.ui.charts;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the charts.
final class ChartMessages {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("mlpexplorer.ui.charts.messages", Locale.ROOT);

    private ChartMessages() {}

    static String text(String key) {
        return BUNDLE.getString(key);
    }

    static String text(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(values);
    }
}
