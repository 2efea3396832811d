package mlpexplorer.data.io;

import java.util.Locale;
import java.util.Set;

/// How a field of a CSV file is read.
final class CsvField {
    /// Beyond this, squares leave the range of a double.
    static final double LARGEST = 1e100;
    private static final double LARGEST_WHOLE = 1e15;
    private static final Set<String> MISSING = Set.of("", "?", "na", "n/a", "nan", "null", "none", "inf", "infinity");

    private CsvField() {}

    /// The number that `field` is the text of, else NaN. Hexadecimal digits and a trailing `f` or `d`, which Java would take,
    /// are no numbers here.
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

    /// Whether `field` stands for a value that is not there or not finite.
    static boolean isMissing(String field) {
        String bare = field.startsWith("-") || field.startsWith("+") ? field.substring(1) : field;
        return MISSING.contains(bare.toLowerCase(Locale.ROOT));
    }

    /// Whether `field` is neither a number nor missing: a name.
    static boolean isWord(String field) {
        return !isNumber(field) && !isMissing(field);
    }

    /// The class that a number stands for (`2.0` is class `2`), or "" if it stands for none.
    static String wholeClass(double number) {
        return number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE ? Long.toString((long) number) : "";
    }
}
