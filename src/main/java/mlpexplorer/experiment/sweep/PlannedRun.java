package mlpexplorer.experiment.sweep;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mlpexplorer.data.DataShape;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.training.TrainingSpec;

/// One run of a sweep.
///
/// @param index  its place in the plan, from 0
/// @param cell   the combination of values that it belongs to, from 0; the last axis varies fastest
/// @param repeat which of the cell's runs it is, from 0
/// @param values of the axes, in their order
/// @param start  where it begins
public record PlannedRun(int index, int cell, int repeat, List<String> values, RunStart start) {
    /// What an update costs beside its arithmetic, in multiplications.
    private static final double UPDATE_COST = 500;

    /// The order to train in: runs with the same data in a row, so that little data is in memory at a time, and among them the
    /// first repeat of each cell before the second, so that there is soon something to see of each. Long runs come before
    /// short ones, so that no processor is left alone with one at the end.
    static List<PlannedRun> inOrder(List<PlannedRun> runs) {
        Map<RunSpec.SplitKey, List<PlannedRun>> groups = runs.stream()
                .collect(Collectors.groupingBy(run -> run.start().spec().splitKey(), LinkedHashMap::new, Collectors.toList()));
        Comparator<PlannedRun> breadthFirst = Comparator.comparingInt(PlannedRun::repeat)
                .thenComparing(Comparator.comparingDouble(PlannedRun::work).reversed())
                .thenComparingInt(PlannedRun::index);
        return groups.values().stream().flatMap(group -> group.stream().sorted(breadthFirst)).toList();
    }

    /// About how much work the run is, for telling the time left: of use only beside that of other runs on like data.
    double work() {
        RunSpec spec = start.spec();
        TrainingSpec training = spec.training();
        double perEpoch = spec.data().shape().map(shape -> perEpoch(spec, shape)).orElse(1.0);
        return perEpoch * training.stop().epochs();
    }

    private static double perEpoch(RunSpec spec, DataShape shape) {
        double rows = shape.rows();
        double updates = rows / spec.training().batch().within(shape.rows());
        return updates * UPDATE_COST + rows * spec.parameterCount(shape);
    }
}
