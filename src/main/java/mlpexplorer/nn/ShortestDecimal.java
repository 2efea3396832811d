package mlpexplorer.nn;

import java.math.BigDecimal;
import java.util.Locale;

/// Numbers as text, independent of the language set on the machine.
public final class ShortestDecimal {
    private static final int MIN_PLAIN_EXPONENT = -3;
    private static final int MAX_PLAIN_EXPONENT = 6;

    private ShortestDecimal() {}

    /// The shortest text that reads back to the same double: `0.03`, `1000`, `1e-8`; `NaN` and `Infinity` as such; both
    /// zeros are `0`.
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = exponent(decimal);
        if (isPlain(exponent)) {
            return decimal.toPlainString();
        }
        String digits = decimal.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (value < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
    }

    /// The same with commas between thousands, for sentences: `1,000`.
    static String grouped(double value) {
        String text = text(value);
        if (!Double.isFinite(value) || text.contains("e")) {
            return text;
        }
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String sign = whole.startsWith("-") ? "-" : "";
        String grouped = String.format(Locale.ROOT, "%,d", Long.parseLong(whole.substring(sign.length())));
        return sign + grouped + (point < 0 ? "" : text.substring(point));
    }

    private static int exponent(BigDecimal decimal) {
        return decimal.precision() - decimal.scale() - 1;
    }

    private static boolean isPlain(int exponent) {
        return exponent >= MIN_PLAIN_EXPONENT && exponent <= MAX_PLAIN_EXPONENT;
    }
}
