package mlpexplorer.ui.files;

import mlpexplorer.data.DataShape;
import mlpexplorer.data.DataSpec;
import mlpexplorer.experiment.RunStart;
import mlpexplorer.nn.Parameters;

/// What a file turned out to hold, read to its end and found good.
sealed interface Opened {

    /// Rows to train on.
    record Data(DataSpec spec, DataShape shape) implements Opened {}

    /// A whole experiment.
    record Experiment(RunStart start) implements Opened {}

    /// Weights that fit the network of today.
    record Weights(Parameters weights) implements Opened {}
}
