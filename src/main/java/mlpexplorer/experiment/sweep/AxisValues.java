package mlpexplorer.experiment.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.ShortestDecimal;

/// Parses the values of an axis: comma-separated texts and ranges.
final class AxisValues {
    private static final String NUMBER = "([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)";
    private static final Pattern RANGE = Pattern.compile(NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "(?:\\s+(log|linear)\\s+([0-9]{1,4}))?");
    /// Rounding, so that 0.001..1 in equal ratios contains 0.01, not 0.010000000000000002.
    private static final MathContext TWELVE_DIGITS = new MathContext(12);

    private AxisValues() {}

    static List<String> read(String path, String text) {
        List<String> values = new ArrayList<>();
        for (String part : parts(path, text)) {
            Matcher range = RANGE.matcher(part);
            if (range.matches()) {
                values.addAll(range(path, range));
            } else {
                values.add(part);
            }
        }
        return values;
    }

    /// Splits at commas outside of brackets, braces and quotes.
    private static List<String> parts(String path, String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            quoted ^= c == '"';
            if (!quoted) {
                depth += "[{".indexOf(c) >= 0 ? 1 : 0;
                depth -= "]}".indexOf(c) >= 0 ? 1 : 0;
            }
            if (i == text.length() || c == ',' && depth == 0 && !quoted) {
                parts.add(part(path, text.substring(from, i)));
                from = i + 1;
            }
        }
        return parts;
    }

    private static String part(String path, String text) {
        if (text.isBlank()) {
            throw UserError.input("The axis " + path + " has an empty value; separate values with single commas, as in " + path
                    + "=1,2,4.");
        }
        return text.strip();
    }

    private static List<String> range(String path, Matcher range) {
        double from = Double.parseDouble(range.group(1));
        double to = Double.parseDouble(range.group(2));
        if (!(from < to) || Double.isInfinite(to - from)) {
            throw refused(path, range, "must go from a smaller number to a larger one");
        }
        if (range.group(3) == null) {
            return whole(path, range, from, to);
        }
        int count = Integer.parseInt(range.group(4));
        if (count < 2 || count > Axis.MAX_VALUES) {
            throw refused(path, range, "must have from 2 to 1,000 values");
        }
        if (range.group(3).equals("linear")) {
            return numbers(count, i -> from + (to - from) * i / (count - 1));
        }
        if (from <= 0) {
            throw refused(path, range, "must start above 0 because its values have equal ratios");
        }
        return numbers(count, i -> from * Math.pow(to / from, (double) i / (count - 1)));
    }

    private static List<String> whole(String path, Matcher range, double from, double to) {
        if (from != Math.rint(from) || to != Math.rint(to)) {
            throw refused(path, range, "must give the number of values, as in 0.001..1 log 4 or 0..1 linear 5");
        }
        if (to - from >= Axis.MAX_VALUES) {
            throw refused(path, range, "must have from 2 to 1,000 values");
        }
        return numbers((int) (to - from) + 1, i -> from + i);
    }

    private static List<String> numbers(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count)
                .mapToDouble(value)
                .mapToObj(v -> ShortestDecimal.text(new BigDecimal(v).round(TWELVE_DIGITS).doubleValue()))
                .toList();
    }

    private static UserError refused(String path, Matcher range, String why) {
        return UserError.input("The range " + range.group() + " of the axis " + path + " " + why + ".");
    }
}
