package mlpexplorer.ui.files;

import mlpexplorer.data.DataSpec;
import mlpexplorer.data.Dataset;
import mlpexplorer.nn.Parameters;
import mlpexplorer.ui.workbench.OpenExperiment;
import mlpexplorer.ui.workbench.OpenTable;

/// The valid content of a completely read file.
sealed interface OpenedFile {

    /// Data to train on.
    record Data(DataSpec spec, Dataset dataset) implements OpenedFile {}

    /// A CSV file, with its data unless another choice of columns is needed.
    record Table(OpenTable content) implements OpenedFile {}

    /// A complete experiment.
    record Experiment(OpenExperiment content) implements OpenedFile {}

    /// Weights that fit the current network.
    record Weights(Parameters weights) implements OpenedFile {}
}
