package mlpexplorer.experiment.store;

import java.util.List;
import java.util.stream.Stream;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.SpecDiff;
import mlpexplorer.training.Frame;

/// A value of the specification that was changed while its run lived.
///
/// @param epoch  after which it was changed
/// @param path   such as `training.rate`
/// @param before as JSON
/// @param after  as JSON
public record LiveChange(long epoch, String path, String before, String after) {

    /// What the adjustments of a run of `spec` changed.
    public static List<LiveChange> of(RunSpec spec, List<Frame.Adjustment> adjustments) {
        return adjustments.stream().flatMap(adjustment -> of(spec, adjustment)).toList();
    }

    private static Stream<LiveChange> of(RunSpec spec, Frame.Adjustment adjustment) {
        SpecDiff diff = SpecDiff.of(spec.withTraining(adjustment.before()), spec.withTraining(adjustment.after()));
        return diff.differences().stream()
                .map(each -> new LiveChange(adjustment.epoch(), each.path(), each.before(), each.after()));
    }
}
