package mlpexplorer.ui.charts;

import java.math.BigDecimal;
import java.util.Locale;

/// Numbers as the charts write them: short, with a point for the decimals, in the fewest characters that keep their meaning.
final class NumberText {
    /// Stands where there is no number.
    static final String NONE = "–";

    private static final String RAISED = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹";

    private NumberText() {}

    /// A tick of an axis whose ticks are `step` apart: all with the same decimals, zero as `0`.
    static String tick(double value, double step) {
        if (Math.abs(value) < step / 2) {
            return "0";
        }
        if (step < 1e-4 || Math.abs(value) >= 1e6) {
            return power(value, Math.clamp((long) Math.ceil(Math.log10(Math.abs(value) / step) - 1e-9), 2, 5));
        }
        int decimals = Math.max(0, BigDecimal.valueOf(step).stripTrailingZeros().scale());
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /// A tick of an axis across decades: `10⁻³` for a power of ten, other numbers as they are.
    static String decade(double value) {
        double exponent = Math.log10(value);
        boolean power = Math.abs(exponent - Math.rint(exponent)) < 1e-9;
        return power ? "10" + raised((int) Math.rint(exponent)) : grouped(value);
    }

    private static String raised(int exponent) {
        StringBuilder raised = new StringBuilder();
        Integer.toString(exponent).chars().forEach(c -> raised.append(RAISED.charAt("-0123456789".indexOf(c))));
        return raised.toString();
    }

    /// A tick of an axis that counts up to `upper` in steps of `step`: whole below 10,000, else with `k` or `M`, unless the steps are
    /// too small for that.
    static String count(double value, double step, double upper) {
        double size = Math.abs(value);
        boolean large = upper >= 10_000 && step >= 100;
        if (large && size >= 1_000_000) {
            return plain(value / 1_000_000) + "M";
        }
        return large && size >= 1_000 ? plain(value / 1_000) + "k" : plain(value);
    }

    /// A loss in at most seven characters: `0.1234`, `12.345`, `1.23e-5`.
    static String loss(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value)) {
            return NONE;
        }
        if (size != 0 && (size < 1e-3 || size >= 99_999.5)) {
            return power(value, size < 9.995e-10 ? 1 : 2);
        }
        int decimals = size < 9.99995 ? 4 : size < 99.9995 ? 3 : size < 999.995 ? 2 : size < 9999.95 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /// A time in seconds to a hundredth, from a thousand on in whole seconds.
    static String seconds(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, value < 1000 ? "%.2f" : "%,.0f", value) : NONE;
    }

    /// A share of one as `98.33%`.
    static String percent(double fraction) {
        return Double.isFinite(fraction) ? String.format(Locale.ROOT, "%.2f%%", 100 * fraction) : NONE;
    }

    /// A whole number with separators, `1,234,567`; other numbers with their decimals, `0.003`, the smallest as powers, `1e-5`.
    static String grouped(double value) {
        if (value != 0 && Math.abs(value) < 1e-3) {
            return power(value, 2);
        }
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : plain(value);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(Math.rint(value * 1e6) / 1e6).stripTrailingZeros().toPlainString();
    }

    private static String power(double value, int decimals) {
        String[] parts = String.format(Locale.ROOT, "%." + decimals + "e", value).split("e");
        String mantissa = parts[0].contains(".") ? parts[0].replaceAll("\\.?0+$", "") : parts[0];
        return mantissa + "e" + Integer.parseInt(parts[1]);
    }
}
