package mlpexplorer.experiment.sweep;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mlpexplorer.data.io.UserError;

/// A setting that a sweep varies.
///
/// @param path   path in the spec, as in `--set`: `model.hidden`, `training.regularizer.l2`
/// @param values 1 to 1,000 different values, each as text like in `--set`
public record Axis(String path, List<String> values) {
    public static final int MAX_VALUES = 1000;

    /// Throws [UserError] for an empty path, no or too many values, or duplicates.
    public Axis {
        values = List.copyOf(values);
        if (path.isBlank()) {
            throw UserError.input("An axis must name the setting to vary, for example model.hidden=1,2,4,8.");
        }
        if (values.isEmpty()) {
            throw UserError.input("The axis " + path + " has no values, but needs at least one, for example " + path + "=1,2,4.");
        }
        if (values.size() > MAX_VALUES) {
            throw UserError.input(
                    String.format(Locale.ROOT, "The axis %s has %,d values, but the maximum is %,d.", path, values.size(), MAX_VALUES));
        }
        Set<String> seen = new HashSet<>();
        for (String value : values) {
            if (!seen.add(value)) {
                throw UserError.input("The axis " + path + " contains " + value + " twice.");
            }
        }
    }

    /// Parses an axis of the form `PATH=V1,V2,…`. A value in brackets, braces or quotes may contain commas. A value can be a range:
        /// `1..8` (whole numbers), `0.001..1 log 4` (equal ratios), `0..1 linear 5` (equal steps). Throws [UserError] if it is invalid.
    public static Axis parse(String text) {
        int sign = text.indexOf('=');
        if (sign < 1) {
            throw UserError.input(
                    "The axis \"" + text + "\" must have the form path=value,value,..., for example model.hidden=1,2,4,8.");
        }
        String path = text.substring(0, sign).strip();
        return new Axis(path, AxisValues.read(path, text.substring(sign + 1)));
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
}
