package mlpexplorer.nn;

import java.math.BigDecimal;

/// Formats numbers for machine formats (JSON, CSV, specifications). [Numbers] formats them for
/// users.
public final class ShortestDecimal {
    private static final int MIN_PLAIN_EXPONENT = -3;
    private static final int MAX_PLAIN_EXPONENT = 6;

    private ShortestDecimal() {}

    /// The shortest text that reads back to the same double: `0.03`, `1000`, `1e-8`; `NaN` and
    /// `Infinity` as such; both zeros are `0`.
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return isPlain(Numbers.exponent(decimal))
                ? decimal.toPlainString()
                : Numbers.scientific(decimal);
    }

    private static boolean isPlain(int exponent) {
        return exponent >= MIN_PLAIN_EXPONENT && exponent <= MAX_PLAIN_EXPONENT;
    }
}
