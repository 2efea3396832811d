package mlpexplorer.ui.workbench;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.TrainingSpec;

import java.util.Optional;

/// Changes the data of a spec. The batch becomes "full" if fewer training rows remain than it
/// holds.
public final class DataChange {
    private DataChange() {}

    /// @param shape shape of `data`, if known
    public static RunSpec on(
            RunSpec spec, DataSpec data, SplitSpec split, Optional<DataShape> shape) {
        TrainingSpec training = spec.training();
        boolean tooLarge =
                training.batch() instanceof BatchSize.Rows(int count)
                        && shape.filter(known -> count > split.trainRows(known.rows())).isPresent();
        return new RunSpec(
                data,
                split,
                spec.model(),
                tooLarge ? training.withBatch(new BatchSize.Full()) : training,
                spec.seeds());
    }

    /// The truth table and drawn points are used for training only; other data selected afterwards
    /// get the default split.
    public static SplitSpec split(RunSpec before, DataSpec picked) {
        SplitSpec split = before.split();
        if (picked instanceof DataSpec.XorTable) {
            return new SplitSpec(1, 0, 0, split.standardize());
        }
        boolean whole =
                before.data() instanceof DataSpec.XorTable
                        || before.data() instanceof DataSpec.Points;
        SplitSpec usual = new SplitSpec();
        return whole && split.train() == 1
                ? new SplitSpec(
                        usual.train(), usual.validation(), usual.test(), split.standardize())
                : split;
    }
}
