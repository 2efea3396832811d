package mlpexplorer.ui.sweep;

import java.util.Optional;
import mlpexplorer.experiment.sweep.Axis;

/// An axis being edited.
///
/// @param path   path of the setting if `knob` is [Knob#OTHER], otherwise that of the knob
/// @param values values as typed: `1,2,4` or `1..8`
record AxisDraft(Knob knob, String path, String values) {
    static final AxisDraft NONE = new AxisDraft(Knob.NONE, "", "");

    /// The axis of a knob with its default values.
    static AxisDraft of(Knob knob) {
        return new AxisDraft(knob, knob.path(), knob.usualValues());
    }

    /// Parses a text like `model.hidden=1,2,4`.
    static AxisDraft parse(String text) {
        int sign = text.indexOf('=');
        String path = text.substring(0, sign);
        return new AxisDraft(Knob.of(path), path, text.substring(sign + 1));
    }

    AxisDraft withPath(String other) {
        return new AxisDraft(knob, other.strip(), values);
    }

    AxisDraft withValues(String other) {
        return new AxisDraft(knob, path, other.strip());
    }

    /// Throws [mlpexplorer.data.io.UserError] if it is invalid.
    Optional<Axis> axis() {
        return knob == Knob.NONE ? Optional.empty() : Optional.of(Axis.parse(path + "=" + values));
    }
}
