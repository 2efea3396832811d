package mlpexplorer.ui.workbench;

import java.util.Optional;
import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.TrainingSpec;

/// Puts other data into a specification. Where fewer rows are left to train on than a batch holds, the batch becomes "full".
public final class OtherData {
    private OtherData() {}

    /// @param shape of `data`, if it is known
    public static RunSpec on(RunSpec spec, DataSpec data, SplitSpec split, Optional<DataShape> shape) {
        TrainingSpec training = spec.training();
        boolean tooLarge = training.batch() instanceof BatchSize.Rows(int count)
                && shape.filter(known -> count > split.trainRows(known.rows())).isPresent();
        return new RunSpec(
                data, split, spec.model(), tooLarge ? training.withBatch(new BatchSize.Full()) : training, spec.seeds());
    }

    /// Four rows are too few to part, so the truth table is all for training, as drawn points are, and what follows them has
    /// the usual split.
    public static SplitSpec split(RunSpec before, DataSpec picked) {
        SplitSpec split = before.split();
        if (picked instanceof DataSpec.XorTable) {
            return new SplitSpec(1, 0, 0, split.standardize());
        }
        boolean whole = before.data() instanceof DataSpec.XorTable || before.data() instanceof DataSpec.Points;
        SplitSpec usual = new SplitSpec();
        return whole && split.train() == 1
                ? new SplitSpec(usual.train(), usual.validation(), usual.test(), split.standardize())
                : split;
    }
}
