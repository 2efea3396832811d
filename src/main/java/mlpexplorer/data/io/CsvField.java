package mlpexplorer.data.io;

import java.util.Locale;
import java.util.Set;

/// Parses the fields of a CSV file.
final class CsvField {
    /// Squares of larger values overflow a double.
    static final double LARGEST = 1e100;
    private static final double LARGEST_WHOLE = 1e15;
    private static final Set<String> MISSING = Set.of("", "?", "na", "n/a", "nan", "null", "none", "inf", "infinity");

    private CsvField() {}

    /// The number in `field`, or NaN. Unlike in Java, hexadecimal numbers and a trailing `f` or `d` are not accepted.
    static double number(String field) {
        boolean digits = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
            digits |= digit;
        }
        try {
            return digits ? Double.parseDouble(field) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static boolean isNumber(String field) {
        return !Double.isNaN(number(field));
    }

    /// Whether `field` is a missing or nonfinite value.
    static boolean isMissing(String field) {
        String bare = field.startsWith("-") || field.startsWith("+") ? field.substring(1) : field;
        return MISSING.contains(bare.toLowerCase(Locale.ROOT));
    }

    /// Whether `field` is neither a number nor missing: a name.
    static boolean isWord(String field) {
        return !isNumber(field) && !isMissing(field);
    }

    /// The class of a number (`2.0` is class `2`), or "" if it is not a class.
    static String wholeClass(double number) {
        return number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE ? Long.toString((long) number) : "";
    }
}
