package mlpexplorer.ui.workbench;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.LabeledPoint;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.nn.Samples;
import mlpexplorer.training.BatchSize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Creates specs with drawn points.
public final class DrawnPoints {
    /// No points yet, two classes.
    public static final DataSpec.Points BLANK = new DataSpec.Points(List.of(), 2);

    private DrawnPoints() {}

    /// Starts drawing with `points`. All of them are training points; otherwise every new point
    /// would change the split, and a new point might not be trained on.
    public static RunSpec begin(RunSpec spec, BatchSize batch, DataSpec.Points points) {
        return on(spec, batch, points, DataChange.whole(spec.split()));
    }

    /// Continues drawing with the current split.
    public static RunSpec on(RunSpec spec, BatchSize batch, DataSpec.Points points) {
        return on(spec, batch, points, spec.split());
    }

    private static RunSpec on(
            RunSpec spec, BatchSize batch, DataSpec.Points points, SplitSpec split) {
        return DataChange.on(spec, batch, points, split, points.shape());
    }

    /// The rows of `dataset` as points, if it is two-dimensional and not too large.
    public static Optional<DataSpec.Points> of(Dataset dataset) {
        Samples samples = dataset.samples();
        boolean fits =
                samples.columns() == DataSpec.Plane.FEATURES
                        && samples.rows() <= DataSpec.MAX_SAMPLES
                        && dataset.classes() >= 2
                        && dataset.classes() <= DataSpec.MAX_CLASSES;
        return fits ? points(samples, dataset.classes()) : Optional.empty();
    }

    private static Optional<DataSpec.Points> points(Samples samples, int classes) {
        try {
            List<LabeledPoint> points = new ArrayList<>();
            for (int row = 0; row < samples.rows(); row++) {
                points.add(
                        new LabeledPoint(
                                samples.feature(row, 0),
                                samples.feature(row, 1),
                                samples.label(row)));
            }
            return Optional.of(new DataSpec.Points(points, classes));
        } catch (IllegalArgumentException tooFarAway) {
            return Optional.empty();
        }
    }
}
