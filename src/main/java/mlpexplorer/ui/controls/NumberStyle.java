package mlpexplorer.ui.controls;

import mlpexplorer.nn.Numbers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/// How a number is written and read in a form: whole (`1,024`), decimal (`0.001`, `3e-5`) or as a
/// percentage of a fraction (0.12 is `12%`). Reading what was written gives back the same double,
/// bit for bit.
public enum NumberStyle {
    INTEGER,
    DECIMAL,
    PERCENT;

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("[+-]?(\\d*,\\d+|\\d+,|\\d{1,3}(\\.\\d{3})+,\\d+)([eE][+-]?\\d{1,3})?");

    /// Writes `value` tersely, with grouped thousands and powers of ten below 0.001.
    public String write(double value) {
        return this == PERCENT ? Numbers.exactPercent(value) : Numbers.exact(value);
    }

    /// Reads `text`, or gives NaN if it is not a number in this notation. Decimals may follow a
    /// comma; a comma before groups of three digits separates thousands, as [#write] does.
    public double read(String text) {
        String digits = strip(text);
        return GROUPED.matcher(digits).matches()
                ? number(digits.replace(",", ""))
                : number(withPoint(digits));
    }

    /// Reads `text` with decimals after its comma even if it could separate thousands: `1,234` is
    /// 1.234.
    double readDecimal(String text) {
        return number(withPoint(strip(text)));
    }

    private static String withPoint(String digits) {
        return DECIMAL_COMMA.matcher(digits).matches()
                ? digits.replace(".", "").replace(',', '.')
                : digits;
    }

    private double number(String digits) {
        if (!NUMBER.matcher(digits).matches()) {
            return Double.NaN;
        }
        BigDecimal exact = new BigDecimal(digits, MathContext.UNLIMITED);
        return (this == PERCENT ? exact.movePointLeft(2) : exact).doubleValue();
    }

    private String strip(String text) {
        String trimmed = text.strip().replace('\u2212', '-');
        boolean percent = this == PERCENT && trimmed.endsWith("%");
        return percent ? trimmed.substring(0, trimmed.length() - 1).strip() : trimmed;
    }
}
