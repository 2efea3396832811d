package mlpexplorer.ui.controls;

import java.util.Map;
import java.util.TreeMap;

/// The numbers that a control accepts and their text form. Immutable.
///
/// `names` are named values, such as positive infinity for "max" or "full": they are displayed and
/// typed by name, and accepted even outside the bounds.
///
/// The constructor throws [IllegalArgumentException] if the bounds are not finite or not in order.
public record NumberRange(
        double min,
        double max,
        boolean maxIncluded,
        NumberStyle notation,
        Map<Double, String> names) {

    public NumberRange {
        if (!Double.isFinite(min) || !Double.isFinite(max) || min >= max) {
            throw new IllegalArgumentException("Not a range: " + min + " to " + max);
        }
        names = Map.copyOf(names);
    }

    /// Whole numbers from `min` to `max`, inclusive.
    public static NumberRange integers(long min, long max) {
        return new NumberRange(min, max, true, NumberStyle.INTEGER, Map.of());
    }

    /// Real numbers from `min` to `max`, inclusive.
    public static NumberRange reals(double min, double max) {
        return new NumberRange(min, max, true, NumberStyle.DECIMAL, Map.of());
    }

    /// Fractions from `min` to `max`, inclusive, displayed and typed as percentages: `percent(0,
    /// 0.5)` is 0 to 50%.
    public static NumberRange percent(double min, double max) {
        return new NumberRange(min, max, true, NumberStyle.PERCENT, Map.of());
    }

    /// The same range without its upper bound, for example for a momentum below 1.
    public NumberRange belowMax() {
        return new NumberRange(min, max, false, notation, names);
    }

    /// The same range with `value` displayed and typed as `name`.
    public NumberRange naming(double value, String name) {
        Map<Double, String> more = new TreeMap<>(names);
        more.put(value, name);
        return new NumberRange(min, max, maxIncluded, notation, more);
    }

    public boolean contains(double value) {
        boolean between = value >= min && (maxIncluded ? value <= max : value < max);
        return names.containsKey(value)
                || (between && (notation != NumberStyle.INTEGER || value == Math.rint(value)));
    }

    /// The accepted value nearest to `value`, for steps that would leave the range.
    double clamp(double value) {
        double high = maxIncluded ? max : Math.nextDown(max);
        return names.containsKey(value) ? value : Math.clamp(value, min, high);
    }

    /// Formats `value` by name or notation, including values outside the range.
    public String format(double value) {
        String name = names.get(value);
        return name == null ? notation.write(value) : name;
    }

    /// Parses typed text. An invalid entry contains the message to show. If a comma can separate
    /// thousands or decimals, only one of which is in the range, that is the number.
    public Entry parse(String text) {
        String typed = text.strip();
        for (Map.Entry<Double, String> name : names.entrySet()) {
            if (name.getValue().equalsIgnoreCase(typed)) {
                return new Entry.Valid(name.getKey());
            }
        }
        double value = notation.read(typed);
        double other = notation.readDecimal(typed);
        return contains(value)
                ? new Entry.Valid(value)
                : contains(other)
                        ? new Entry.Valid(other)
                        : new Entry.Invalid(errorMessage(typed, value));
    }

    private String errorMessage(String typed, double value) {
        if (typed.isEmpty()) {
            return Messages.text("control.number.missing", describe());
        }
        if (Double.isNaN(value)) {
            return Messages.text("control.number.unreadable", abbreviate(typed), describe());
        }
        boolean fraction = notation == NumberStyle.INTEGER && value != Math.rint(value);
        return Messages.text(
                fraction ? "control.number.fraction" : "control.number.outside",
                abbreviate(typed),
                describe());
    }

    /// The bounds as text: "1 to 1,024", "0 to below 1".
    public String describe() {
        String low =
                notation == NumberStyle.PERCENT
                        ? notation.write(min).replace("%", "")
                        : notation.write(min);
        String bounds =
                Messages.text(
                        maxIncluded ? "control.number.range.to" : "control.number.range.below",
                        low,
                        notation.write(max));
        return names.isEmpty()
                ? bounds
                : Messages.text(
                        "control.number.range.or", bounds, String.join(", ", names.values()));
    }

    private static String abbreviate(String typed) {
        return typed.length() <= 16 ? typed : typed.substring(0, 15) + "…";
    }

    /// The result of parsing a typed number.
    public sealed interface Entry {

        /// A number within its range.
        record Valid(double value) implements Entry {}

        /// An invalid entry; `message` names what was typed and what is allowed: "0 is out of
        /// range: 1 to 1,024".
        record Invalid(String message) implements Entry {}
    }
}
