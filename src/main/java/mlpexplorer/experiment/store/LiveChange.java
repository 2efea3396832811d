package mlpexplorer.experiment.store;

import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecDiff;
import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.training.Frame;

import java.util.List;
import java.util.stream.Stream;

/// A value of the spec, or a weight or bias, that was changed during a run.
///
/// @param epoch epoch after which it was changed
/// @param path path such as `training.rate` or, for a weight, `W1[0, 3]`
/// @param before JSON value; `-` for a weight or bias
/// @param after JSON value
public record LiveChange(long epoch, String path, String before, String after) {

    private static final String UNKNOWN = "-";

    /// Whether a weight or bias was edited; its previous value is not known.
    public boolean isEdit() {
        return before.equals(UNKNOWN);
    }

    /// The changes made by the adjustments of a run of `spec`.
    public static List<LiveChange> of(RunSpec spec, List<Frame.Adjustment> adjustments) {
        return adjustments.stream().flatMap(adjustment -> of(spec, adjustment)).toList();
    }

    private static Stream<LiveChange> of(RunSpec spec, Frame.Adjustment adjustment) {
        SpecDiff diff =
                SpecDiff.of(
                        spec.withTraining(adjustment.before()),
                        spec.withTraining(adjustment.after()));
        Stream<LiveChange> settings =
                diff.differences().stream()
                        .map(each ->
                                new LiveChange(
                                        adjustment.epoch(),
                                        each.path(),
                                        each.before(),
                                        each.after()));
        Stream<LiveChange> numbers =
                adjustment.edits().stream()
                        .map(edit ->
                                new LiveChange(
                                        adjustment.epoch(),
                                        name(edit.place()),
                                        UNKNOWN,
                                        Double.toString(edit.value())));
        return Stream.concat(settings, numbers);
    }

    /// `W1[0, 3]` connects input 0 to unit 3, `b1[3]` is the bias of that unit.
    private static String name(ParameterPlace place) {
        return switch (place) {
            case ParameterPlace.Weight weight ->
                    "W" + (weight.layer() + 1) + "[" + weight.from() + ", " + weight.to() + "]";
            case ParameterPlace.Bias bias -> "b" + (bias.layer() + 1) + "[" + bias.to() + "]";
        };
    }
}
