package mlpexplorer.experiment;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Split;
import mlpexplorer.data.SplitSpec;
import mlpexplorer.nn.Mlp;
import mlpexplorer.nn.ModelSpec;
import mlpexplorer.training.BatchSize;
import mlpexplorer.training.Trainer;
import mlpexplorer.training.TrainingSpec;

/// Everything a run depends on. Equal specifications give equal curves, bit for bit.
public record RunSpec(DataSpec data, SplitSpec split, ModelSpec model, TrainingSpec training, Seeds seeds) {

    /// Two circles, two hidden layers of eight tanh units, SGD.
    public RunSpec() {
        this(new DataSpec.Circles(), new SplitSpec(), new ModelSpec(), new TrainingSpec(), new Seeds());
    }

    public RunSpec {
        int trainRows = split.trainRows(data.rows());
        if (trainRows < 1) {
            throw new IllegalArgumentException("data.split leaves no row for training out of " + data.rows()
                    + ", but at least one is needed.");
        }
        if (training.batch() instanceof BatchSize.Rows(int count) && count > trainRows) {
            throw new IllegalArgumentException("training.batch is " + count + ", but must be from 1 to " + trainRows
                    + ", the rows that are trained on, or \"full\".");
        }
        training.regularizer().requireLayers("training.regularizer", model.hidden().size() + 1);
    }

    public RunSpec withData(DataSpec other) {
        return new RunSpec(other, split, model, training, seeds);
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

    /// Generates and parts the data.
    public Split splitData() {
        return new Split(data.generate(seeds.data()), split, seeds.split());
    }

    public Mlp mlp() {
        return new Mlp(model, data.features(), data.classes());
    }

    /// A trainer at the start of this run, on data from [#splitData].
    public Trainer trainer(Split parts) {
        Mlp mlp = mlp();
        return new Trainer(mlp, mlp.initialize(seeds.init()), training, parts, seeds.batches());
    }

    /// Weights and biases of the network.
    public long parameterCount() {
        return model.parameterCount(data.features(), data.classes());
    }
}
