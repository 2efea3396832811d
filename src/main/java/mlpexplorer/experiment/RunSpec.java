package mlpexplorer.experiment;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.data.Input;
import mlpexplorer.data.Scaling;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.data.io.DataLoader;
import mlpexplorer.data.io.UserError;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.TrainingSpec;

import java.util.List;
import java.util.Optional;

/// The complete description of a run. Equal specs give equal curves, bit for bit.
public record RunSpec(
        DataSpec data, SplitSpec split, ModelSpec model, TrainingSpec training, Seeds seeds) {

    /// Two circles, two hidden layers of eight tanh units, SGD.
    public RunSpec() {
        this(
                new DataSpec.Circles(),
                new SplitSpec(),
                new ModelSpec(),
                new TrainingSpec(),
                new Seeds());
    }

    /// Settings that do not fit the data are rejected here or, if the size of the data is not known
    /// yet, by [#splitData].
    public RunSpec {
        Optional<Integer> features = data.shape().map(DataShape::features);
        if (features.isPresent()) {
            requireInputs(features.get(), split);
        }
        if (features.isPresent() && split.inputs().equals(Input.DEFAULT)) {
            split = split.withInputs(List.of());
        }
        SplitSpec parts = split;
        training.regularizer().requireLayers("training.regularizer", model.hidden().size() + 1);
        data.shape()
                .filter(shape -> shape.rows() > 0)
                .ifPresent(shape -> requireRows(shape, parts, training));
    }

    private static void requireInputs(int features, SplitSpec split) {
        if (!split.inputs().isEmpty() && features != Input.FEATURES) {
            throw new IllegalArgumentException(Scaling.tooManyFeaturesMessage(features));
        }
    }

    private static void requireRows(DataShape shape, SplitSpec split, TrainingSpec training) {
        try {
            split.requireFit(shape);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("data." + e.getMessage(), e);
        }
        SplitSpec.Rows rows = split.rows(shape);
        int trainRows = rows.train();
        if (training.stop().patience().isPresent() && rows.validation() == 0) {
            throw new IllegalArgumentException(
                    "training.stop.patience is "
                            + training.stop().patience().get()
                            + ", but data.split leaves no validation rows out of "
                            + shape.rows()
                            + ", which early stopping needs; increase the second share or set"
                            + " training.stop.patience to null.");
        }
        if (training.batch() instanceof BatchSize.Rows(int count)
                && count > trainRows
                && !training.batch().equals(BatchSize.Rows.DEFAULT)) {
            throw new IllegalArgumentException(
                    "training.batch is "
                            + count
                            + ", but must be from 1 to "
                            + trainRows
                            + " (the number of training rows) or \"full\".");
        }
    }

    /// Keeps the inputs unless `other` is known to have other than two features.
    public RunSpec withData(DataSpec other) {
        SplitSpec kept =
                other.shape().map(shape -> split.forFeatures(shape.features())).orElse(split);
        return new RunSpec(other, kept, model, training, seeds);
    }

    public RunSpec withSplit(SplitSpec other) {
        return new RunSpec(data, other, model, training, seeds);
    }

    public RunSpec withModel(ModelSpec other) {
        return new RunSpec(data, split, other, training, seeds);
    }

    public RunSpec withTraining(TrainingSpec other) {
        return new RunSpec(data, split, model, other, seeds);
    }

    public RunSpec withSeeds(Seeds other) {
        return new RunSpec(data, split, model, training, other);
    }

    /// Generates or reads the data and splits it. Throws [UserError] if a file cannot be used or is
    /// too small for the split or the batch.
    public Split splitData() {
        return split(DataLoader.load(data, seeds.data()));
    }

    /// Splits `dataset`, the data of this specification. Throws [UserError] if it is too small for
    /// the split or the batch.
    Split split(Dataset dataset) {
        if (dataset.rows() == 0) {
            throw UserError.input(
                    "data.points is empty, but at least one point is needed to train.");
        }
        requireFit(dataset.shape());
        return new Split(dataset, split, seeds.split());
    }

    /// The inputs of [#splitData].
    public record SplitKey(DataSpec data, SplitSpec split, long dataSeed, long splitSeed) {}

    /// Specs with equal keys have the same split.
    public SplitKey splitKey() {
        return new SplitKey(data, split, seeds.data(), seeds.split());
    }

    /// Throws [UserError] if data of this shape does not fit the split, the inputs or the batch.
    public void requireFit(DataShape shape) {
        try {
            requireRows(shape, split, training);
            requireInputs(shape.features(), split);
        } catch (IllegalArgumentException e) {
            throw UserError.input(String.valueOf(e.getMessage()), e);
        }
    }

    /// The network for data of the given shape.
    public Mlp mlp(DataShape shape) {
        return new Mlp(model, split.inputCount(shape.features()), shape.task());
    }

    /// The number of weights and biases for data of the given shape.
    public long parameterCount(DataShape shape) {
        return model.parameterCount(split.inputCount(shape.features()), shape.task().outputs());
    }

    /// The four seeds of a run, any long each, so that sources of randomness can be changed
    /// separately: data, split, initial weights, and batch order (with the dropout masks). Default
    /// 1 each.
    public record Seeds(long data, long split, long init, long batches) {
        public Seeds() {
            this(1, 1, 1, 1);
        }

        public Seeds withData(long seed) {
            return new Seeds(seed, split, init, batches);
        }

        public Seeds withSplit(long seed) {
            return new Seeds(data, seed, init, batches);
        }

        public Seeds withInit(long seed) {
            return new Seeds(data, split, seed, batches);
        }

        public Seeds withBatches(long seed) {
            return new Seeds(data, split, init, seed);
        }

        /// The next seeds of initial weights and batches, on the same data.
        public Seeds nextStart() {
            return withInit(init + 1).withBatches(batches + 1);
        }
    }
}
