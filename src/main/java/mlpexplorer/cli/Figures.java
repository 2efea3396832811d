package mlpexplorer.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import mlpexplorer.nn.ShortestDecimal;

/// Numbers as a reader wants them.
final class Figures {
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Figures() {}

    /// Four significant digits.
    static String number(double value) {
        return Double.isFinite(value)
                ? ShortestDecimal.text(new BigDecimal(value).round(FOUR_DIGITS).doubleValue())
                : Double.toString(value);
    }

    /// Four decimals, so that a column lines up; `-` where there is no part to measure.
    static String loss(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    static String seconds(double value) {
        return String.format(Locale.ROOT, "%.2f s", value);
    }

    /// `1 epoch`, `2,000 epochs`.
    static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
