package mlpexplorer.experiment.sweep;

import java.util.List;
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
