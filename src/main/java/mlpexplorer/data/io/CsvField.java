package mlpexplorer.data.io;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Parses the fields of a CSV file.
final class CsvField {
    /// Squares of larger values overflow a double.
    static final double MAX_VALUE = 1e100;

    private static final double MAX_INTEGER = 1e15;

    /// The values that pandas reads as missing, and those of other programs.
    private static final Set<String> MISSING =
            Set.of(
                    "",
                    "?",
                    ".",
                    "-",
                    "--",
                    "–",
                    "—",
                    "#n/a",
                    "#na",
                    "#n/a n/a",
                    "<na>",
                    "n/a",
                    "na",
                    "nan",
                    "-nan",
                    "nil",
                    "none",
                    "null",
                    "1.#ind",
                    "-1.#ind",
                    "1.#qnan",
                    "-1.#qnan",
                    "#value!",
                    "#div/0!",
                    "#ref!",
                    "#name?",
                    "#num!");

    private static final Set<String> INFINITE = Set.of("inf", "infinity");
    private static final String MINUS = "−–‒﹣－";

    /// Characters that only group digits.
    private static final String GROUP = "['’\u00a0\u2007\u2009\u202f]";

    private static final Pattern GROUPED =
            Pattern.compile("[-+]?\\d{1,3}(" + GROUP + "\\d{3})+([.,]\\d*)?");

    /// White space that [String#strip] leaves.
    private static final String INVISIBLE = "\u00a0\u200b\ufeff";

    private static final Pattern EDGES =
            Pattern.compile("^[" + INVISIBLE + "]+|[" + INVISIBLE + "]+$");
    private static final int MAX_MISSING_LENGTH = 8;

    private static final String SIGN = "[-+]?";
    private static final String POWER = "([eE][-+]?\\d+)?";
    private static final Pattern COMMA_NUMBER =
            Pattern.compile(SIGN + "(\\d*,\\d+|\\d+,|\\d{1,3}(\\.\\d{3})+,\\d+)" + POWER);
    private static final Pattern POINT_NUMBER =
            Pattern.compile(SIGN + "(\\d*\\.\\d+|\\d+\\.|\\d{1,3}(,\\d{3})+\\.\\d*)" + POWER);

    /// One group of three digits after a comma or point: a fraction or thousands.
    private static final Pattern AMBIGUOUS = Pattern.compile(SIGN + "[1-9]\\d{0,2}[.,]\\d{3}");

    private static final Pattern THOUSANDS = Pattern.compile(SIGN + "[1-9]\\d{0,2}(,\\d{3}){2,}");
    private static final Pattern POINTED_THOUSANDS =
            Pattern.compile(SIGN + "[1-9]\\d{0,2}(\\.\\d{3}){2,}");

    private CsvField() {}

    /// The decimal mark of a file.
    enum Decimals {
        POINT,
        COMMA,
        /// Not determined by any number: a comma before three digits could be either.
        UNKNOWN;

        /// The decimal mark of the numbers in `rows`; a point if both occur.
        static Decimals of(List<List<String>> rows) {
            boolean commas = false;
            for (List<String> row : rows) {
                for (String field : row) {
                    Decimals mark = of(field);
                    if (mark == POINT) {
                        return POINT;
                    }
                    commas |= mark == COMMA;
                }
            }
            return commas ? COMMA : UNKNOWN;
        }

        private static Decimals of(String field) {
            if (field.indexOf(',') < 0 && field.indexOf('.') < 0) {
                return UNKNOWN;
            }
            String bare = bare(field);
            if (AMBIGUOUS.matcher(bare).matches()) {
                return UNKNOWN;
            }
            if (COMMA_NUMBER.matcher(bare).matches() || POINTED_THOUSANDS.matcher(bare).matches()) {
                return COMMA;
            }
            return POINT_NUMBER.matcher(bare).matches() || THOUSANDS.matcher(bare).matches()
                    ? POINT
                    : UNKNOWN;
        }
    }

    /// The number in `field`, or NaN if there is none or it is ambiguous. Unlike in Java,
    /// hexadecimal numbers and a trailing `f` or `d` are not accepted.
    static double number(String field, Decimals decimals) {
        if (!isPlain(field) || decimals == Decimals.COMMA && field.indexOf('.') >= 0) {
            return parseUncommon(field, decimals);
        }
        try {
            return Double.parseDouble(field);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// Whether `field` has digits, and otherwise only characters of Java's decimal numbers.
    private static boolean isPlain(String field) {
        boolean digits = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
            digits |= digit;
        }
        return digits;
    }

    private static double parseUncommon(String field, Decimals decimals) {
        String text = bare(field);
        boolean either = AMBIGUOUS.matcher(text).matches();
        if (decimals == Decimals.COMMA) {
            boolean comma = COMMA_NUMBER.matcher(text).matches();
            if (either && text.indexOf('.') >= 0
                    || text.indexOf('.') >= 0
                            && !comma
                            && !POINTED_THOUSANDS.matcher(text).matches()) {
                return Double.NaN;
            }
            text = comma ? text.replace(".", "").replace(',', '.') : text.replace(".", "");
        } else if (THOUSANDS.matcher(text).matches()
                || POINT_NUMBER.matcher(text).matches()
                || either && decimals == Decimals.POINT) {
            text = text.replace(",", "");
        }
        return isPlain(text) ? number(text, Decimals.POINT) : Double.NaN;
    }

    /// `field` with hyphens for minus signs, and without no-break spaces and characters that only
    /// group digits.
    private static String bare(String field) {
        String text = withHyphens(EDGES.matcher(field).replaceAll(""));
        return GROUPED.matcher(text).matches() ? text.replaceAll(GROUP, "") : text;
    }

    private static String withHyphens(String field) {
        String text = field;
        if (!text.isEmpty() && MINUS.indexOf(text.charAt(0)) >= 0) {
            text = '-' + text.substring(1);
        }
        int power = Math.max(text.indexOf('e'), text.indexOf('E')) + 1;
        return power > 0 && power < text.length() && MINUS.indexOf(text.charAt(power)) >= 0
                ? text.substring(0, power) + '-' + text.substring(power + 1)
                : text;
    }

    /// The two readings of an ambiguous number.
    static Optional<String> readings(String field, Decimals decimals) {
        String text = bare(field);
        boolean unsure =
                decimals == Decimals.UNKNOWN && text.indexOf(',') >= 0
                        || decimals == Decimals.COMMA && text.indexOf('.') >= 0;
        return unsure && AMBIGUOUS.matcher(text).matches()
                ? Optional.of(text.replace(',', '.') + " or as " + text.replaceAll("[.,]", ""))
                : Optional.empty();
    }

    /// Why `field` is not a number that can be used, as the end of the sentence "but must be …".
    static String expectation(String field, Decimals decimals) {
        double value = number(field, decimals);
        if (!Double.isNaN(value)) {
            return "a number from -1e100 to 1e100";
        }
        String text = bare(field);
        if (COMMA_NUMBER.matcher(text).matches()) {
            return "a number with a decimal point";
        }
        if (POINT_NUMBER.matcher(text).matches()) {
            return "a number with a decimal comma, as other numbers of the file";
        }
        return isInfinite(field) ? "a finite number" : "a number";
    }

    static boolean isNumber(String field, Decimals decimals) {
        return !Double.isNaN(number(field, decimals));
    }

    /// Whether `field` marks a missing value.
    static boolean isMissing(String field) {
        if (!field.isEmpty() && isDigit(field.charAt(field.length() - 1))) {
            return false;
        }
        return isEmpty(field)
                || (field.length() <= MAX_MISSING_LENGTH
                        && MISSING.contains(field.toLowerCase(Locale.ROOT)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Whether `field` is blank.
    private static boolean isEmpty(String field) {
        return field.chars().allMatch(c -> Character.isWhitespace(c) || INVISIBLE.indexOf(c) >= 0);
    }

    /// Whether a class is missing. `NA`, `none` and the like can be names of classes.
    static boolean isMissingLabel(String field) {
        return isEmpty(field) || field.equals("?") || field.equalsIgnoreCase("nan");
    }

    private static boolean isInfinite(String field) {
        String bare = field.startsWith("-") || field.startsWith("+") ? field.substring(1) : field;
        return INFINITE.contains(bare.toLowerCase(Locale.ROOT));
    }

    /// Whether `field` is neither a number nor missing: a name.
    static boolean isWord(String field, Decimals decimals) {
        return !isNumber(field, decimals)
                && !isMissing(field)
                && !isInfinite(field)
                && readings(field, decimals).isEmpty();
    }

    /// The name of the class in `field`: a whole number (`2.0` is class `2`, of any length) or a
    /// name; "" if it is missing or a fraction.
    static String label(String field, Decimals decimals) {
        String text = bare(field);
        if (text.matches("[-+]?\\d{1,100}(\\.0{0,20})?")) {
            String digits = text.replaceFirst("^\\+", "").replaceFirst("\\..*", "");
            return digits.matches("0\\d+") ? digits : new BigInteger(digits).toString();
        }
        double number = number(field, decimals);
        if (Double.isNaN(number)) {
            return isMissingLabel(field) ? "" : field.replaceAll("\\s+", " ");
        }
        return number == Math.rint(number) && Math.abs(number) < MAX_INTEGER
                ? Long.toString((long) number)
                : "";
    }

    /// Whether a class name is a whole number.
    static boolean isWhole(String label) {
        return label.matches("-?\\d{1,100}");
    }
}
