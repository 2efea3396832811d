package mlpexplorer.ui.workbench;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.experiment.RunSpec;
import mlpexplorer.training.BatchSize;

import java.util.Optional;

/// Changes the data of a spec. Computed inputs are kept for data with two features. The batch
/// becomes "full" while there are fewer training rows than the requested batch size.
public final class DataChange {
    private DataChange() {}

    /// @param batch the wanted batch, see [Workbench#wantedBatch]
    /// @param shape shape of `data`, if known
    public static RunSpec on(
            RunSpec spec,
            BatchSize batch,
            DataSpec data,
            SplitSpec split,
            Optional<DataShape> shape) {
        return new RunSpec(
                data,
                shape.map(known -> split.forFeatures(known.features())).orElse(split),
                spec.model(),
                spec.training().withBatch(fitted(batch, split, shape)),
                spec.seeds());
    }

    /// The wanted batch, or "full" if there are fewer training rows.
    static BatchSize fitted(BatchSize batch, SplitSpec split, Optional<DataShape> shape) {
        boolean tooLarge =
                batch instanceof BatchSize.Rows(int count)
                        && shape.filter(known -> count > split.rows(known).train()).isPresent();
        return tooLarge ? new BatchSize.Full() : batch;
    }

    /// The truth table and drawn points are used for training only; other data selected afterward
    /// get the default split.
    public static SplitSpec split(RunSpec before, DataSpec picked) {
        SplitSpec split = before.split();
        if (picked instanceof DataSpec.XorTable) {
            return whole(split);
        }
        boolean whole =
                before.data() instanceof DataSpec.XorTable
                        || before.data() instanceof DataSpec.Points;
        SplitSpec defaults = new SplitSpec();
        return whole && split.train() == 1
                ? split.withShares(defaults.train(), defaults.validation(), defaults.test())
                : split;
    }

    /// Uses all rows for training.
    static SplitSpec whole(SplitSpec split) {
        return split.withFolds(Optional.empty(), 1).withShares(1, 0, 0);
    }
}
