package mlpexplorer.ui.sweep;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.sweep.Axis;
import mlpexplorer.experiment.sweep.Sweep;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A sweep being edited.
///
/// @param template base of the runs
/// @param across axis of the columns
/// @param down axis of the rows
/// @param repeats runs per cell and fold
/// @param folds cross-validation on this many folds
record SweepDraft(
        SweepTemplate template,
        AxisDraft across,
        AxisDraft down,
        int repeats,
        Optional<Integer> folds) {

    SweepDraft(SweepTemplate template, AxisDraft across, AxisDraft down, int repeats) {
        this(template, across, down, repeats, Optional.empty());
    }

    SweepDraft withAcross(AxisDraft other) {
        return new SweepDraft(template, other, down, repeats, folds);
    }

    SweepDraft withDown(AxisDraft other) {
        return new SweepDraft(template, across, other, repeats, folds);
    }

    SweepDraft withRepeats(int other) {
        return new SweepDraft(template, across, down, other, folds);
    }

    SweepDraft withFolds(Optional<Integer> other) {
        return new SweepDraft(template, across, down, repeats, other);
    }

    /// The sweep of `window`'s run, if the template uses that; throws
    /// [mlpexplorer.data.io.UserError] if it is invalid.
    Sweep sweep(RunSpec window) {
        List<Axis> axes = Stream.of(across.axis(), down.axis()).flatMap(Optional::stream).toList();
        return new Sweep(template.base(window), axes, repeats, folds);
    }

    /// An axis being edited.
    ///
    /// @param path path of the setting if `parameter` is [SweepParameter#OTHER], otherwise that of
    ///   the parameter
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
}
