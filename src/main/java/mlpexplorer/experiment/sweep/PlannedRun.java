package mlpexplorer.experiment.sweep;

import mlpexplorer.data.DataShape;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.training.TrainingSpec;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One run of a sweep.
///
/// @param index index in the plan, from 0
/// @param cell index of its combination of values, from 0; the last axis varies fastest
/// @param repeat index within the cell, from 0; with folds, that of the repeat and fold
/// @param values values of the axes, in order
/// @param start start of the run
public record PlannedRun(int index, int cell, int repeat, List<String> values, RunStart start) {
    /// The overhead of an update, in multiplications.
    private static final double UPDATE_COST = 500;

    /// The training order: runs with the same data are adjacent, to limit memory; among them, the
    /// first repeat of each cell comes before the second, so that each cell has a result early.
    /// Long runs come before short ones, so that all cores finish at about the same time.
    public static List<PlannedRun> inOrder(List<PlannedRun> runs) {
        Map<RunSpec.SplitKey, List<PlannedRun>> groups =
                runs.stream()
                        .collect(
                                Collectors.groupingBy(
                                        run -> run.start().spec().splitKey(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        Comparator<PlannedRun> breadthFirst =
                Comparator.comparingInt(PlannedRun::repeat)
                        .thenComparing(Comparator.comparingDouble(PlannedRun::work).reversed())
                        .thenComparingInt(PlannedRun::index);
        return groups.values().stream()
                .flatMap(group -> group.stream().sorted(breadthFirst))
                .toList();
    }

    /// The approximate work of the run, relative to other runs on similar data, for estimating the
    /// remaining time.
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
