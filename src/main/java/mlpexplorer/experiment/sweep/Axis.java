package mlpexplorer.experiment.sweep;

import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.ShortestDecimal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A setting that a sweep varies.
///
/// @param path path in the spec, as in `--set`: `model.hidden`, `training.regularizer.l2`
/// @param values 1 to 1,000 different values, each as text like in `--set`
public record Axis(String path, List<String> values) {
    public static final int MAX_VALUES = 1000;

    /// Throws [UserError] for an empty path, no or too many values, or duplicates.
    public Axis {
        values = List.copyOf(values);
        if (path.isBlank()) {
            throw UserError.input(
                    "An axis must name the setting to vary, for example model.hidden=1,2,4,8.");
        }
        if (values.isEmpty()) {
            throw UserError.input(
                    "The axis "
                            + path
                            + " has no values, but needs at least one, for example "
                            + path
                            + "=1,2,4.");
        }
        if (values.size() > MAX_VALUES) {
            throw UserError.input(
                    String.format(
                            Locale.ROOT,
                            "The axis %s has %,d values, but the maximum is %,d.",
                            path,
                            values.size(),
                            MAX_VALUES));
        }
        Set<String> seen = new HashSet<>();
        for (String value : values) {
            if (!seen.add(value)) {
                throw UserError.input("The axis " + path + " contains " + value + " twice.");
            }
        }
    }

    /// Parses an axis of the form `PATH=V1,V2,…`. A value in brackets, braces or quotes may contain
    /// commas. A value can be a range: `1..8` (whole numbers), `0.001..1 log 4` (equal ratios),
    /// `0..1 linear 5` (equal steps). Throws [UserError] if it is invalid.
    public static Axis parse(String text) {
        int sign = text.indexOf('=');
        if (sign < 1) {
            throw UserError.input(
                    "The axis \""
                            + text
                            + "\" must have the form path=value,value,..., for example"
                            + " model.hidden=1,2,4,8.");
        }
        String path = text.substring(0, sign).strip();
        return new Axis(path, Values.read(path, text.substring(sign + 1)));
    }

    /// The setting for value `index`, as in `--set`.
    String setting(int index) {
        return path + "=" + values.get(index);
    }

    /// The text parsed by [#parse].
    @Override
    public String toString() {
        return path + "=" + String.join(",", values);
    }

    /// Parses the values of an axis: comma-separated texts and ranges.
    private static final class Values {
        private static final String NUMBER = "([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)";
        private static final Pattern RANGE =
                Pattern.compile(
                        NUMBER
                                + "\\s*\\.\\.\\s*"
                                + NUMBER
                                + "(?:\\s+(log|linear)\\s+([0-9]{1,4}))?");

        /// Rounding, so that 0.001..1 in equal ratios contains 0.01, not 0.010000000000000002.
        private static final MathContext TWELVE_DIGITS = new MathContext(12);

        private Values() {}

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
                if (i == text.length() || (c == ',' && depth == 0 && !quoted)) {
                    parts.add(part(path, text.substring(from, i)));
                    from = i + 1;
                }
            }
            return parts;
        }

        private static String part(String path, String text) {
            if (text.isBlank()) {
                throw UserError.input(
                        "The axis "
                                + path
                                + " has an empty value; separate values with single commas, as in "
                                + path
                                + "=1,2,4.");
            }
            return text.strip();
        }

        private static List<String> range(String path, Matcher range) {
            double from = Double.parseDouble(range.group(1));
            double to = Double.parseDouble(range.group(2));
            if (!(from < to) || Double.isInfinite(to - from)) {
                throw invalidRange(path, range, "must go from a smaller number to a larger one");
            }
            if (range.group(3) == null) {
                return whole(path, range, from, to);
            }
            int count = Integer.parseInt(range.group(4));
            if (count < 2 || count > Axis.MAX_VALUES) {
                throw invalidRange(path, range, "must have from 2 to 1,000 values");
            }
            if (range.group(3).equals("linear")) {
                return numbers(count, i -> from + (to - from) * i / (count - 1));
            }
            if (from <= 0) {
                throw invalidRange(
                        path, range, "must start above 0 because its values have equal ratios");
            }
            return numbers(count, i -> from * Math.pow(to / from, (double) i / (count - 1)));
        }

        private static List<String> whole(String path, Matcher range, double from, double to) {
            if (from != Math.rint(from) || to != Math.rint(to)) {
                throw invalidRange(
                        path,
                        range,
                        "must give the number of values, as in 0.001..1 log 4 or 0..1 linear 5");
            }
            if (to - from >= Axis.MAX_VALUES) {
                throw invalidRange(path, range, "must have from 2 to 1,000 values");
            }
            return numbers((int) (to - from) + 1, i -> from + i);
        }

        private static List<String> numbers(int count, IntToDoubleFunction value) {
            return IntStream.range(0, count)
                    .mapToDouble(value)
                    .mapToObj(v ->
                            ShortestDecimal.text(
                                    new BigDecimal(v).round(TWELVE_DIGITS).doubleValue()))
                    .toList();
        }

        private static UserError invalidRange(String path, Matcher range, String why) {
            return UserError.input(
                    "The range " + range.group() + " of the axis " + path + " " + why + ".");
        }
    }
}
