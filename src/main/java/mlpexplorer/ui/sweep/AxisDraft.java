package mlpexplorer.ui.sweep;

import mlpexplorer.experiment.sweep.Axis;

import java.util.Optional;

/// An axis being edited.
///
/// @param path path of the setting if `parameter` is [SweepParameter#OTHER], otherwise that of the
///   parameter
/// @param values values as typed: `1,2,4` or `1..8`
record AxisDraft(SweepParameter parameter, String path, String values) {
    static final AxisDraft NONE = new AxisDraft(SweepParameter.NONE, "", "");

    /// The axis of a parameter with its default values.
    static AxisDraft of(SweepParameter parameter) {
        return new AxisDraft(parameter, parameter.path(), parameter.defaultValues());
    }

    /// Parses a text like `model.hidden=1,2,4`.
    static AxisDraft parse(String text) {
        int sign = text.indexOf('=');
        String path = text.substring(0, sign);
        return new AxisDraft(SweepParameter.of(path), path, text.substring(sign + 1));
    }

    AxisDraft withPath(String other) {
        return new AxisDraft(parameter, other.strip(), values);
    }

    AxisDraft withValues(String other) {
        return new AxisDraft(parameter, path, other.strip());
    }

    /// Throws [mlpexplorer.data.io.UserError] if it is invalid.
    Optional<Axis> axis() {
        return parameter == SweepParameter.NONE
                ? Optional.empty()
                : Optional.of(Axis.parse(path + "=" + values));
    }
}
