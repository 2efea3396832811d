package mlpexplorer.ui.sweep;

import java.util.Optional;
import mlpexplorer.experiment.sweep.Axis;

/// An axis as it is being edited.
///
/// @param path   what varies, if `knob` is [Knob#OTHER]; else the knob's own
/// @param values as typed: `1,2,4` or `1..8`
record AxisDraft(Knob knob, String path, String values) {
    static final AxisDraft NONE = new AxisDraft(Knob.NONE, "", "");

    /// That knob with its usual values.
    static AxisDraft of(Knob knob) {
        return new AxisDraft(knob, knob.path(), knob.usualValues());
    }

    /// The axis in a text like `model.hidden=1,2,4`.
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

    /// Throws [mlpexplorer.data.io.UserError] if it cannot be used.
    Optional<Axis> axis() {
        return knob == Knob.NONE ? Optional.empty() : Optional.of(Axis.parse(path + "=" + values));
    }
}
