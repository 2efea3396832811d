package mlpexplorer.nn;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/// Formats numbers for users: the same in the window, on the command line and in reports,
/// regardless of the locale.
///
/// - A point precedes decimals, commas separate thousands: `1,234.5`.
/// - Below 0.001 and from a million, measured numbers have powers of ten: `3e-5`.
/// - Measured numbers have the minus sign `−`; [#exact] has the hyphen `-` of text that can be
///   typed.
/// - A missing number is [#NONE].
///
/// Machine formats (JSON, CSV, specifications) use [ShortestDecimal].
public final class Numbers {
    /// The text of a missing number.
    public static final String NONE = "–";

    private static final char MINUS = '−';
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻·";
    private static final int DIGITS = 4;
    private static final int MIN_PLAIN_EXPONENT = -3;
    private static final int MAX_PLAIN_EXPONENT = 5;
    private static final BigDecimal MIN_PLAIN_VALUE = new BigDecimal("0.001");
    private static final BigDecimal MAX_PLAIN_VALUE = new BigDecimal("1e15");
    private static final double MAX_INTEGER = 1e15;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private Numbers() {}

    /// A setting such as a learning rate, in the fewest digits that read back to the same double:
    /// `0.03`, `3e-5`, `1,024`.
    public static String exact(double value) {
        return Double.isFinite(value) ? exact(BigDecimal.valueOf(value)) : Double.toString(value);
    }

    /// A fraction that is a setting, as a percentage: 0.125 is `12.5%`.
    public static String exactPercent(double fraction) {
        return Double.isFinite(fraction)
                ? exact(BigDecimal.valueOf(fraction).movePointRight(2)) + "%"
                : Double.toString(fraction);
    }

    private static String exact(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        BigDecimal size = bare.abs();
        boolean plain = size.compareTo(MIN_PLAIN_VALUE) >= 0 && size.compareTo(MAX_PLAIN_VALUE) < 0;
        if (plain || size.signum() == 0) {
            return String.format(Locale.ROOT, "%,." + Math.max(0, bare.scale()) + "f", bare);
        }
        return scientific(bare);
    }

    /// A whole number: `1,000`.
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace('-', MINUS);
    }

    /// `1 epoch`, `2,000 epochs`.
    public static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /// An accuracy, an error or a probability: 0.983 is `98.3%`.
    public static String percent(double fraction) {
        return Double.isFinite(fraction) ? percentage(fraction) + "%" : NONE;
    }

    /// The same without its unit, for places that have it already: `98.3`.
    public static String percentage(double fraction) {
        return Double.isFinite(fraction) ? fixed(100 * fraction, 1) : NONE;
    }

    /// A loss in four significant digits: `0.6931`, `12.35`, `1.234e-5`.
    public static String loss(double value) {
        return significant(value, DIGITS);
    }

    /// Any other measured number, in four significant digits without trailing zeros: `0.25`,
    /// `1e-5`. Whole numbers have all digits: `1,234,567`.
    public static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < MAX_INTEGER;
        return whole ? fixed(value, 0) : withoutTrailingZeros(significant(value, DIGITS));
    }

    /// A relative error, in two significant digits: `7.5e-14`.
    public static String error(double value) {
        return significant(value, 2);
    }

    /// With a fixed number of decimals: `0.50`.
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? NONE : Double.toString(value).replace('-', MINUS);
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return zero ? text.replace("-", "") : text.replace('-', MINUS);
    }

    /// A difference, with its sign: `+0.0123`, `−1.2`, `0.0`.
    public static String difference(double value, int decimals) {
        String text = fixed(value, decimals);
        boolean positive = value > 0 && text.chars().anyMatch(c -> c >= '1' && c <= '9');
        return positive ? "+" + text : text;
    }

    /// A mean with its standard deviation, with the same number of decimals: `0.6931 ± 0.0120`. NaN
    /// for the deviation of a single value, which is written alone.
    public static String plusMinus(double mean, double deviation) {
        String text = loss(mean);
        if (Double.isNaN(mean) || Double.isNaN(deviation)) {
            return text;
        }
        int point = text.indexOf('.');
        boolean plain = mean != 0 && !text.contains("e");
        return text
                + " ± "
                + (plain
                        ? fixed(deviation, point < 0 ? 0 : text.length() - point - 1)
                        : loss(deviation));
    }

    /// The same for fractions: `98.3 ± 0.9%`.
    public static String percentPlusMinus(double mean, double deviation) {
        return Double.isNaN(mean) || Double.isNaN(deviation)
                ? percent(mean)
                : percentage(mean) + " ± " + percentage(deviation) + "%";
    }

    /// Seconds in three significant digits and no more than two decimals, for columns: `3.42`,
    /// `34.2`, `342`.
    public static String seconds(double seconds) {
        double size = Math.abs(seconds);
        return fixed(seconds, size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
    }

    /// A time with its unit: `3.42 s`, `30 s`, `2 min 5 s`, `1 h 5 min`.
    public static String duration(double seconds) {
        if (Double.isNaN(seconds)) {
            return NONE;
        }
        long whole = Math.round(seconds);
        if (whole < MINUTE) {
            return withoutTrailingZeros(seconds(seconds)) + " s";
        }
        return whole < HOUR
                ? duration(whole / MINUTE, "min", whole % MINUTE, "s")
                : duration(whole / HOUR, "h", whole % HOUR / MINUTE, "min");
    }

    private static String duration(long large, String unit, long small, String smallUnit) {
        return count(large) + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    /// A tick of an axis whose ticks are `step` apart: all with the same decimals, zero as `0`.
    public static String tick(double value, double step) {
        double size = Math.abs(value);
        if (size < step / 2) {
            return "0";
        }
        if (step < 1e-4 || size >= 1e6) {
            int digits = 1 + Math.clamp((long) Math.ceil(Math.log10(size / step) - 1e-9), 2, 5);
            return power(rounded(value, digits).stripTrailingZeros());
        }
        return fixed(value, decimals(step));
    }

    /// A tick of an axis of fractions, as a percentage.
    public static String percentTick(double value, double step) {
        return tick(100 * value, 100 * step) + "%";
    }

    /// A number between the ticks of an axis, with two decimals more than they have.
    public static String betweenTicks(double value, double step) {
        return fixed(value, decimals(step) + 2);
    }

    /// A tick of an axis that counts up to `upper` in steps of `step`: `5k`, `1.5M` where these are
    /// long.
    public static String compactTick(double value, double step, double upper) {
        double size = Math.abs(value);
        boolean large = upper >= 10_000 && step >= 100;
        if (large && size >= 1_000_000) {
            return exact(Math.rint(value) / 1_000_000) + "M";
        }
        return large && size >= 1_000 ? exact(Math.rint(value) / 1_000) + "k" : exact(value);
    }

    /// Ten to the power of a number of at most one decimal: `10⁻³`, `10²·⁵`.
    public static String powerOfTen(double exponent) {
        if (Double.isNaN(exponent)) {
            return NONE;
        }
        StringBuilder raised = new StringBuilder("10");
        withoutTrailingZeros(fixed(exponent, 1))
                .replace(MINUS, '-')
                .chars()
                .forEach(c -> raised.append(RAISED.charAt("0123456789-.".indexOf(c))));
        return raised.toString();
    }

    private static int decimals(double step) {
        return Math.max(0, BigDecimal.valueOf(step).stripTrailingZeros().scale());
    }

    private static String significant(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return fixed(value, 0);
        }
        BigDecimal rounded = rounded(value, digits);
        int exponent = exponent(rounded);
        boolean plain = exponent >= MIN_PLAIN_EXPONENT && exponent <= MAX_PLAIN_EXPONENT;
        return plain
                ? fixed(value, Math.max(0, digits - 1 - exponent))
                : power(rounded.setScale(digits - 1 - exponent));
    }

    private static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_UP));
    }

    private static String power(BigDecimal value) {
        String text = scientific(value);
        return text.startsWith("-") ? MINUS + text.substring(1) : text;
    }

    /// A mantissa of as many digits as `value` has, and a power of ten: `-2.5e-10`.
    static String scientific(BigDecimal value) {
        return value.movePointLeft(exponent(value)).toPlainString() + "e" + exponent(value);
    }

    static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static String withoutTrailingZeros(String text) {
        int e = text.indexOf('e');
        String mantissa = e < 0 ? text : text.substring(0, e);
        int end = mantissa.length();
        while (mantissa.indexOf('.') >= 0 && mantissa.charAt(end - 1) == '0') {
            end--;
        }
        return mantissa.substring(0, mantissa.charAt(end - 1) == '.' ? end - 1 : end)
                + text.substring(e < 0 ? text.length() : e);
    }
}
