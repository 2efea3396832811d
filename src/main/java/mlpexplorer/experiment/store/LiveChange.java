package mlpexplorer.experiment.store;

import java.util.List;
import java.util.stream.Stream;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecDiff;
import mlpexplorer.nn.ParameterPlace;
import mlpexplorer.training.Frame;

/// A value of the specification, or a number of the network, that was changed while its run lived.
///
/// @param epoch  after which it was changed
/// @param path   such as `training.rate` or, of the network, `W1[0, 3]`
/// @param before as JSON; `-` for a number of the network
/// @param after  as JSON
public record LiveChange(long epoch, String path, String before, String after) {

    private static final String UNKNOWN = "-";

    /// Whether a number of the network was set by hand; what it was before is not known.
    public boolean isEdit() {
        return before.equals(UNKNOWN);
    }

    /// What the adjustments of a run of `spec` changed.
    public static List<LiveChange> of(RunSpec spec, List<Frame.Adjustment> adjustments) {
        return adjustments.stream().flatMap(adjustment -> of(spec, adjustment)).toList();
    }

    private static Stream<LiveChange> of(RunSpec spec, Frame.Adjustment adjustment) {
        SpecDiff diff = SpecDiff.of(spec.withTraining(adjustment.before()), spec.withTraining(adjustment.after()));
        Stream<LiveChange> settings = diff.differences().stream()
                .map(each -> new LiveChange(adjustment.epoch(), each.path(), each.before(), each.after()));
        Stream<LiveChange> numbers = adjustment.edits().stream()
                .map(edit -> new LiveChange(adjustment.epoch(), name(edit.place()), UNKNOWN, Double.toString(edit.value())));
        return Stream.concat(settings, numbers);
    }

    /// `W1[0, 3]` leads from input 0 to unit 3, `b1[3]` is that unit's bias.
    private static String name(ParameterPlace place) {
        return switch (place) {
            case ParameterPlace.Weight weight -> "W" + (weight.layer() + 1) + "[" + weight.from() + ", " + weight.to() + "]";
            case ParameterPlace.Bias bias -> "b" + (bias.layer() + 1) + "[" + bias.to() + "]";
        };
    }
}
